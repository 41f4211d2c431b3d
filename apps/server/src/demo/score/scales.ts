import type { ScaleName } from './piece.ts'

/** Semitones above the tonic. The two Korean modes have five tones. */
const scales: Record<ScaleName, number[]> = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  pyeongjo: [0, 2, 5, 7, 9],
  gyemyeonjo: [0, 3, 5, 7, 10],
}

/**
 * The pitch of a degree: 1 is the tonic, the next octave begins one after the scale's last; 0 and
 * below go down. `b6` is flattened, `#4` sharpened.
 */
export function degreePitch(word: string, scale: ScaleName, tonic: number): number {
  const shift = word.startsWith('b') ? -1 : word.startsWith('#') ? 1 : 0
  const degree = Number(shift === 0 ? word : word.slice(1))
  if (!Number.isInteger(degree)) throw new Error(`No such degree: ${word}`)
  const steps = scales[scale]
  const octave = Math.floor((degree - 1) / steps.length)
  const step = steps[degree - 1 - octave * steps.length] ?? 0
  return tonic + 12 * octave + step + shift
}
