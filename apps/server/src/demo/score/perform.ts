import { seededRandom } from '../synth/random.ts'
import type { Random } from '../synth/random.ts'
import { seconds } from '../synth/voice.ts'
import type { VoiceNote } from '../synth/voice.ts'
import { readChord, voiceChords } from './harmony.ts'
import type { Chord } from './harmony.ts'
import { repeatLine } from './line.ts'
import type { Step } from './line.ts'
import type { DrumPart, Part, Piece } from './piece.ts'
import { degreePitch } from './scales.ts'

/** A note with its place in the piece, in samples. */
export interface PlayedNote extends VoiceNote {
  at: number
}

type PitchedPart = Exclude<Part, DrumPart>
interface ChordSpan {
  at: number
  chord: Chord
}

/** The sample at which a place in a piece, counted in bars, sounds: tempo and swing. */
export function timeOf(piece: Piece, bar: number): number {
  let beat = bar * piece.beats
  if (piece.swing) {
    const { ratio, pair } = piece.swing
    const start = Math.floor(beat / pair + 1e-9) * pair
    const within = Math.max(0, (beat - start) / pair)
    const swung = within < 0.5 ? within * 2 * ratio : ratio + (within - 0.5) * 2 * (1 - ratio)
    beat = start + swung * pair
  }
  return seconds((beat * 60) / piece.bpm)
}

/** Samples of the whole piece. */
export const lengthOf = (piece: Piece): number =>
  seconds((piece.bars * piece.beats * 60) / piece.bpm)

/** The steps of a line that fall into the bars of a part. */
export function stepsOf(piece: Piece, part: Part, line: string): Step[] {
  const [from, to] = part.bars ?? [0, piece.bars]
  return repeatLine(line, from, Math.min(to, piece.bars))
}

/** How hard a step is struck, a little different each time. */
export const velocityOf = (step: Step, random: Random): number =>
  (0.74 + 0.23 * step.accent) * (0.95 + 0.08 * random())

/** What a pitched part plays. */
export function perform(piece: Piece, part: PitchedPart, seed: number): PlayedNote[] {
  const random = seededRandom(seed)
  const spans = harmonyOf(piece)
  const voicings =
    'range' in part
      ? voiceChords(
          spans.map((span) => span.chord),
          part.range,
        )
      : []
  const notes: PlayedNote[] = []
  for (const step of stepsOf(piece, part, part.line)) {
    const span = spanAt(spans, step.at)
    const pitches = pitchesOf(piece, part, step, spans, span, voicings[span] ?? [])
    const start = timeOf(piece, step.at) + seconds(((random() - 0.4) * (part.loose ?? 0)) / 1000)
    const end = timeOf(piece, step.at + step.length)
    const gate = Math.max(400, Math.round((end - start) * (part.length ?? 0.95)))
    const strum = part.plays === 'chords' ? (part.strum ?? 0) / 1000 : 0
    pitches.forEach((pitch, i) => {
      const at = Math.max(0, start + seconds(i * strum))
      notes.push({ at, pitch, gate, velocity: velocityOf(step, random) })
    })
  }
  return notes
}

function harmonyOf(piece: Piece): ChordSpan[] {
  return repeatLine(piece.harmony, 0, piece.bars, true).map((step) => ({
    at: step.at,
    chord: readChord(step.word),
  }))
}

const spanAt = (spans: ChordSpan[], at: number) =>
  Math.max(
    0,
    spans.findLastIndex((span) => span.at <= at + 1e-6),
  )

function pitchesOf(
  piece: Piece,
  part: PitchedPart,
  step: Step,
  spans: ChordSpan[],
  index: number,
  voicing: number[],
): number[] {
  switch (part.plays) {
    case 'chords':
      return voicing
    case 'arpeggio': {
      const place = Number(step.word)
      const octave = Math.floor(place / voicing.length)
      return [(voicing[place - octave * voicing.length] ?? 60) + 12 * octave]
    }
    case 'melody':
      return [degreePitch(step.word, piece.scale, part.tonic)]
    case 'bass':
      return [bassPitch(step.word, part.low, spans[index]?.chord, spans[index + 1]?.chord)]
  }
}

function bassPitch(word: string, low: number, chord?: Chord, next?: Chord): number {
  const place = (tone: number) => low + ((tone - low + 1200) % 12)
  const root = place(chord?.bass ?? 0)
  const tone = (index: number) => {
    const pitch = place(chord?.tones[index] ?? 0)
    return pitch < root ? pitch + 12 : pitch
  }
  switch (word) {
    case 'R':
      return root
    case '3':
      return tone(1)
    case '5':
      return tone(2)
    case '7':
      return tone(3)
    case '8':
      return root + 12
    case 'a':
      return place(next?.bass ?? chord?.bass ?? 0) - 1
    default:
      throw new Error(`No such bass step: ${word}`)
  }
}
