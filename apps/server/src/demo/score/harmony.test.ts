import { expect, it } from 'vitest'
import { readChord, voiceChords } from './harmony.ts'

it('reads a chord with its quality and its bass', () => {
  expect(readChord('F#m7b5')).toEqual({ tones: [6, 9, 0, 4], bass: 6 })
  expect(readChord('C/E')).toEqual({ tones: [0, 4, 7], bass: 4 })
})

it('refuses a chord it does not know', () => {
  expect(() => readChord('H7')).toThrow('No such chord: H7')
})

it('keeps the tones that two chords share and moves the others by a step', () => {
  const [c, f, am] = voiceChords(['C', 'F', 'Am'].map(readChord), [55, 76])
  expect(c?.filter((pitch) => f?.includes(pitch))).toHaveLength(1)
  expect(f?.filter((pitch) => am?.includes(pitch))).toHaveLength(2)
})

it('stays between the two pitches', () => {
  const pitches = voiceChords(['Fmaj9', 'A7b9', 'C13', 'F#m7b5'].map(readChord), [52, 74]).flat()
  expect(Math.min(...pitches)).toBeGreaterThanOrEqual(52)
  expect(Math.max(...pitches)).toBeLessThanOrEqual(74)
})
