import { cosine, decayPerStep, fastSine, sine } from './portable-math.ts'
import { seededRandom } from './random.ts'
import type { Random } from './random.ts'
import { fadeTail, sampleRate, seconds } from './voice.ts'

/** How one drum sounds: a falling tone, filtered noise, or both. */
export interface DrumSound {
  /** level, where the pitch starts and ends (hertz), seconds of its fall, seconds of the tone */
  tone?: { level: number; from: number; to: number; fall: number; decay: number }
  /** level, the band (hertz), seconds of attack and decay */
  noise?: { level: number; low: number; high: number; attack?: number; decay: number }
  /** bursts of the noise before the last one, and the seconds between: hands that clap */
  claps?: { count: number; apart: number }
  /** a ring of six squares that no scale knows: cymbals */
  metal?: { level: number; pitch: number; low: number; decay: number }
}

/** Renders one drum hit, mono, at about -1..1. */
export function renderDrum(sound: DrumSound): Float32Array {
  const random = seededRandom(4711)
  const decays = [sound.tone?.decay, sound.noise?.decay, sound.metal?.decay]
  const lead = (sound.claps?.count ?? 0) * (sound.claps?.apart ?? 0)
  const out = new Float32Array(seconds(Math.max(...decays.map((d) => d ?? 0)) + lead + 0.01))
  if (sound.tone) addTone(out, sound.tone)
  if (sound.noise) {
    const { claps } = sound
    for (let i = 0; i < (claps?.count ?? 0); i++) {
      addNoise(out, seconds(i * (claps?.apart ?? 0)), { ...sound.noise, decay: 0.02 }, random)
    }
    addNoise(out, seconds(lead), sound.noise, random)
  }
  if (sound.metal) addMetal(out, sound.metal)
  fadeTail(out, out.length)
  return out
}

function addTone(out: Float32Array, tone: NonNullable<DrumSound['tone']>) {
  const fall = decayPerStep(seconds(tone.fall))
  const decay = decayPerStep(seconds(tone.decay))
  let above = tone.from - tone.to
  let level = tone.level
  let phase = 0
  for (let i = 0; i < out.length; i++) {
    const attack = Math.min(1, i / 40)
    out[i] = (out[i] as number) + level * attack * fastSine(phase)
    phase += (tone.to + above) / sampleRate
    above *= fall
    level *= decay
  }
}

function addNoise(
  out: Float32Array,
  start: number,
  noise: NonNullable<DrumSound['noise']>,
  random: Random,
) {
  const high = onePole(noise.high)
  const low = onePole(noise.low)
  const decay = decayPerStep(seconds(noise.decay))
  const attack = seconds(noise.attack ?? 0.0008)
  const burst = new Float32Array(Math.min(out.length - start, seconds(noise.decay)))
  let level = 1
  let a = 0
  let b = 0
  let c = 0
  for (let i = 0; i < burst.length; i++) {
    a += high * (random() * 2 - 1 - a)
    b += low * (a - b)
    const band = a - b
    c += low * (band - c)
    burst[i] = (band - c) * level * Math.min(1, i / attack)
    level *= decay
  }
  addAtPeak(out, burst, start, noise.level)
}

/** Adds a sound so that its peak is at a level: a narrow band of noise is weak by itself. */
function addAtPeak(out: Float32Array, sound: Float32Array, start: number, level: number) {
  const peak = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6)
  for (let i = 0; i < sound.length; i++) {
    out[start + i] = (out[start + i] as number) + ((sound[i] as number) * level) / peak
  }
}

const metalRatios = [1, 1.342, 1.2312, 1.6532, 1.9523, 2.1523]

function addMetal(out: Float32Array, metal: NonNullable<DrumSound['metal']>) {
  const low = onePole(metal.low)
  const decay = decayPerStep(seconds(metal.decay))
  const steps = metalRatios.map((ratio) => (ratio * metal.pitch) / sampleRate)
  const ring = new Float32Array(Math.min(out.length, seconds(metal.decay)))
  let level = 1
  let a = 0
  let b = 0
  for (let i = 0; i < ring.length; i++) {
    let sum = 0
    for (const step of steps) sum += (i * step) % 1 < 0.5 ? 1 : -1
    a += low * (sum - a)
    b += low * (sum - a - b)
    ring[i] = (sum - a - b) * level
    level *= decay
  }
  addAtPeak(out, ring, 0, metal.level)
}

/** The coefficient of a one-pole low-pass at so many hertz. */
export function onePole(hertz: number): number {
  const turns = Math.min(0.24, hertz / sampleRate / 2)
  const g = sine(turns) / cosine(turns)
  return Math.min(0.999, (2 * g) / (1 + g))
}
