import type { DrumName } from '../instruments/drums.ts'
import type { InstrumentName } from '../instruments/instruments.ts'
import type { ReverbOptions } from '../effects/reverb.ts'

/**
 * What a part plays is written in bars parted by `|`. The steps of a bar share it equally: words
 * where there are spaces (`5 - 6 8`), single characters otherwise (`x--x--x-`). `-` holds the step
 * before, `.` rests. `!` after a step is loud, `?` soft. Lines repeat until the piece ends.
 */
export type Line = string

interface AnyPart {
  /** decibels */
  level: number
  /** -1 (left) .. 1 (right) */
  pan?: number
  /** how far notes lie apart from left to right, 0..1, low notes left */
  width?: number
  /** how much goes to the room and to the echo, 0..1 */
  reverb?: number
  delay?: number
  /** the bars in which it plays, from..to (the latter not included) */
  bars?: [number, number]
  /** milliseconds by which a player is early or late */
  loose?: number
  chorus?: number
  autoPan?: { rate: number; depth: number }
  darken?: number
  sweepOpen?: [number, number]
  drive?: number
  /** how far it steps back for the kick, 0..1 */
  duck?: number
}

interface PitchedPart extends AnyPart {
  instrument: InstrumentName
  /** how much of its step a note sounds; 1 is legato, more overlaps */
  length?: number
}

/** Steps: x the chord (X loud, o soft). */
interface ChordPart extends PitchedPart {
  plays: 'chords'
  line: Line
  /** lowest and highest pitch */
  range: [number, number]
  /** milliseconds between the strings of a strum */
  strum?: number
}

/** Steps: R the root, 3 5 7 tones above it, 8 its octave, a the note just below the next root. */
interface BassPart extends PitchedPart {
  plays: 'bass'
  line: Line
  /** the lowest pitch it may take */
  low: number
}

/** Steps: 0 the lowest tone of the chord, 1 the next ... beyond the last, an octave higher. */
interface ArpeggioPart extends PitchedPart {
  plays: 'arpeggio'
  line: Line
  range: [number, number]
}

/** Steps: degrees of the scale, 1 the tonic, 8 its octave, 0 and below downwards; b or # before. */
interface MelodyPart extends PitchedPart {
  plays: 'melody'
  line: Line
  /** MIDI pitch of degree 1 */
  tonic: number
}

/** One line for each drum; steps: x (X loud, o soft). */
export interface DrumPart extends AnyPart {
  plays: 'drums'
  lines: Partial<Record<DrumName, Line>>
}

export type Part = ChordPart | BassPart | ArpeggioPart | MelodyPart | DrumPart

export type ScaleName = 'major' | 'minor' | 'dorian' | 'pyeongjo' | 'gyemyeonjo'

/** A piece of music, as data. */
export interface Piece {
  bpm: number
  beats: number
  bars: number
  scale: ScaleName
  /** chord symbols, several in a bar share it equally; repeats */
  harmony: Line
  /** 0.5 is straight, 0.66 a triplet; of pairs of this many beats */
  swing?: { ratio: number; pair: number }
  reverb: ReverbOptions
  delay?: { beats: number; feedback: number }
  /** level of the crackle of an old record, decibels */
  crackle?: number
  /** seconds */
  fadeOut: number
  parts: Part[]
}
