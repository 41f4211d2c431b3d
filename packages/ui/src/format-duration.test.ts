import { expect, test } from 'vitest'
import { formatDuration, spokenDuration } from './format-duration.ts'

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [65_000, '1:05'],
  [600_000, '10:00'],
  [3_729_000, '1:02:09'],
  [-5, '0:00'],
])('shows %i ms as %s', (milliseconds, shown) => {
  expect(formatDuration(milliseconds)).toBe(shown)
})

test.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [65.9, '1 minute 5 seconds'],
  [3600, '1 hour'],
])('says %d seconds as "%s"', (seconds, said) => {
  expect(spokenDuration(seconds)).toBe(said)
})
