import { expect, test } from 'vitest'
import { formatInstant } from './format-instant.ts'

const now = new Date(2026, 10, 23, 12)

test.each([
  [new Date(2026, 10, 23, 9, 5), 'Today'],
  [new Date(2026, 0, 2, 9, 5), 'Jan 2'],
  [new Date(2024, 0, 2, 9, 5), 'Jan 2, 2024'],
])('says of %s no more than it must', (date, day) => {
  const shown = formatInstant(date.toISOString(), now)
  expect(shown.day).toBe(day)
  expect(shown.time).toMatch(/^9:05\sAM$/)
})
