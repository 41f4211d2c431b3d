import { expect, it } from 'vitest'
import { loudnessText } from './loudness-text.ts'

it.each([
  [null, 'Not known: it plays as it is.'],
  [
    { source: 'measured', trackGainDb: -8.63, trackPeak: 1, albumGainDb: -7, albumPeak: 1 },
    'Measured: -9.4 LUFS, track gain -8.6 dB, peak 0.0 dBFS, album gain -7.0 dB',
  ],
  [
    { source: 'tags', trackGainDb: 3, trackPeak: null, albumGainDb: null, albumPeak: null },
    'From its tags: -21.0 LUFS, track gain +3.0 dB',
  ],
  [
    { source: null, trackGainDb: null, trackPeak: null, albumGainDb: -0.04, albumPeak: 0.5 },
    'Not known: it plays as it is. (album gain 0.0 dB)',
  ],
] as const)('tells %j as a line', (loudness, text) => {
  expect(loudnessText(loudness)).toBe(text)
})
