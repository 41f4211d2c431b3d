import type { Random } from './random.ts'

/** Samples a second, of everything in the demo library. */
export const sampleRate = 32_000

/** What a voice is asked to sound. */
export interface VoiceNote {
  /** MIDI pitch */
  pitch: number
  /** samples until the key is let go */
  gate: number
  /** 0..1 */
  velocity: number
}

/**
 * Sounds one note into the start of a scratch buffer that is all zero, at about -1..1, and
 * answers how many samples it wrote. A voice ends at zero, so that nothing clicks.
 */
export type Voice = (out: Float32Array, note: VoiceNote, random: Random) => number

/** Fades the last milliseconds of what was written, so that a cut tail does not click. */
export function fadeTail(out: Float32Array, length: number, samples = 220): void {
  const from = Math.max(0, length - samples)
  for (let i = from; i < length; i++) {
    out[i] = (out[i] as number) * ((length - i) / (length - from))
  }
}

export const seconds = (value: number): number => Math.round(value * sampleRate)
