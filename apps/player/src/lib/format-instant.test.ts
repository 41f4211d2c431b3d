import { expect, test } from 'vitest'
import { formatInstant } from './format-instant.ts'

test('leaves out of an instant what today makes plain', () => {
  const now = new Date(2026, 10, 23, 12)
  expect(formatInstant(new Date(2026, 10, 23, 9, 5).toISOString(), now)).toMatch(/^Today, 9:05/)
  expect(formatInstant(new Date(2026, 0, 2, 9, 5).toISOString(), now)).toMatch(/^Jan 2, 9:05/)
  expect(formatInstant(new Date(2024, 0, 2, 9, 5).toISOString(), now)).toMatch(/^Jan 2, 2024, 9:05/)
})
