import { expect, test } from 'vitest'
import { formatDuration, formatInstant, spokenDuration } from './format.ts'

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

test('leaves out of an instant what today makes plain', () => {
  const now = new Date(2026, 10, 23, 12)
  expect(formatInstant(new Date(2026, 10, 23, 9, 5).toISOString(), now)).toMatch(/^Today, 9:05/)
  expect(formatInstant(new Date(2026, 0, 2, 9, 5).toISOString(), now)).toMatch(/^Jan 2, 9:05/)
  expect(formatInstant(new Date(2024, 0, 2, 9, 5).toISOString(), now)).toMatch(/^Jan 2, 2024, 9:05/)
})
