import { pingPong } from './effects/delay.ts'
import { autoPan, chorus, darken, duck, overdrive, sweepOpen } from './effects/inserts.ts'
import { master } from './effects/master.ts'
import { addReverb } from './effects/reverb.ts'
import { addMono, addStereo, silence } from './effects/stereo.ts'
import type { Stereo } from './effects/stereo.ts'
import { lengthOf, perform, stepsOf, timeOf, velocityOf } from './score/perform.ts'
import type { DrumPart, Part, Piece } from './score/piece.ts'
import { renderDrum } from './synth/drum.ts'
import { instruments } from './instruments/instruments.ts'
import { drums } from './instruments/drums.ts'
import type { DrumName } from './instruments/drums.ts'
import { fromDecibels } from './synth/portable-math.ts'
import { seededRandom } from './synth/random.ts'
import { sampleRate, seconds } from './synth/voice.ts'

/** Plays a piece: stereo at 44.1 kHz, mastered. The same seed gives the same samples anywhere. */
export function renderPiece(piece: Piece, seed: number): Stereo {
  const samples = lengthOf(piece)
  const mix = silence(samples)
  const room = silence(samples)
  const echo = silence(piece.delay ? samples : 0)
  const kicks = kickTimes(piece)
  const sound = silence(samples)
  piece.parts.forEach((part, index) => {
    sound.left.fill(0)
    sound.right.fill(0)
    if (part.plays === 'drums') playDrums(sound, piece, part, seed + index)
    else playNotes(sound, piece, part, seed + index)
    insert(sound, part, kicks)
    const level = fromDecibels(part.level)
    const from = Math.max(0, timeOf(piece, part.bars?.[0] ?? 0) - seconds(0.05))
    addStereo(mix, sound, level, from)
    if (part.reverb) addStereo(room, sound, level * part.reverb, from)
    if (part.delay && piece.delay) addStereo(echo, sound, level * part.delay, from)
  })
  if (piece.delay) {
    const echoes = pingPong(echo, (piece.delay.beats * 60) / piece.bpm, piece.delay.feedback)
    addStereo(mix, echoes, 1)
    addStereo(room, echoes, 0.25)
  }
  addReverb(mix, room, piece.reverb)
  if (piece.crackle !== undefined) addCrackle(mix, fromDecibels(piece.crackle), seed)
  master(mix, piece.fadeOut)
  return mix
}

// One note at a time sounds in here; whoever writes leaves it all zero again.
const scratch = new Float32Array(seconds(14))

function playNotes(sound: Stereo, piece: Piece, part: Exclude<Part, DrumPart>, seed: number) {
  const random = seededRandom(seed)
  const voice = instruments[part.instrument]
  for (const note of perform(piece, part, seed)) {
    const length = voice(scratch, note, random)
    const side = ((note.pitch - 62) / 24) * (part.width ?? 0)
    const pan = Math.max(-1, Math.min(1, (part.pan ?? 0) + side))
    addMono(sound, note.at, scratch, length, 1, pan)
    scratch.fill(0, 0, length)
  }
}

const places: Partial<Record<DrumName, number>> = {
  hat: 0.3,
  dustyHat: 0.25,
  openHat: 0.35,
  ride: -0.35,
  shaker: -0.4,
  rim: 0.3,
  tom: -0.3,
  chipHat: 0.2,
  clap: -0.1,
  deok: 0.25,
  gideok: 0.25,
  gung: -0.2,
}

function playDrums(sound: Stereo, piece: Piece, part: DrumPart, seed: number) {
  const random = seededRandom(seed)
  for (const [name, line] of Object.entries(part.lines) as [DrumName, string][]) {
    const hit = renderDrum(drums[name])
    const pan = (part.pan ?? 0) + (places[name] ?? 0)
    for (const step of stepsOf(piece, part, line)) {
      const loose = seconds(((random() - 0.4) * (part.loose ?? 0)) / 1000)
      const velocity = velocityOf(step, random)
      const at = Math.max(0, timeOf(piece, step.at) + loose)
      addMono(sound, at, hit, hit.length, velocity * velocity, pan)
    }
  }
}

function insert(sound: Stereo, part: Part, kicks: number[]) {
  if (part.drive) overdrive(sound, part.drive)
  if (part.sweepOpen) sweepOpen(sound, ...part.sweepOpen)
  if (part.darken) darken(sound, part.darken)
  if (part.chorus) chorus(sound, part.chorus)
  if (part.autoPan) autoPan(sound, part.autoPan.rate, part.autoPan.depth)
  if (part.duck) duck(sound, kicks, part.duck, 0.32)
}

function kickTimes(piece: Piece): number[] {
  const times = piece.parts.flatMap((part) => {
    if (part.plays !== 'drums') return []
    return Object.entries(part.lines)
      .filter(([name]) => name.endsWith('Kick'))
      .flatMap(([, line]) => stepsOf(piece, part, line).map((step) => timeOf(piece, step.at)))
  })
  return times.sort((a, b) => a - b)
}

function addCrackle(mix: Stereo, level: number, seed: number) {
  const random = seededRandom(seed)
  let hiss = 0
  for (let i = 0; i < mix.left.length; i++) {
    hiss += 0.3 * (random() * 2 - 1 - hiss)
    const noise = hiss * level * 0.15
    mix.left[i] = (mix.left[i] as number) + noise
    mix.right[i] = (mix.right[i] as number) - noise
  }
  const pops = Math.round((mix.left.length / sampleRate) * 9)
  for (let n = 0; n < pops; n++) {
    const at = Math.floor(random() * (mix.left.length - 40))
    const size = level * random() * random()
    const channel = random() < 0.5 ? mix.left : mix.right
    for (let i = 0; i < 24; i++)
      channel[at + i] = (channel[at + i] as number) + size * (random() * 2 - 1) * (1 - i / 24)
  }
}
