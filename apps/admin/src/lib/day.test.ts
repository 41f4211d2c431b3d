import { expect, test } from 'vitest'
import { endOfDay, startOfDay } from './day.ts'

test('a day ends when the next begins, whatever the clocks do', () => {
  for (const [day, next] of [
    ['2026-03-29', '2026-03-30'],
    ['2026-10-25', '2026-10-26'],
    ['2024-02-28', '2024-02-29'],
    ['2026-12-31', '2027-01-01'],
  ] as const) {
    expect(endOfDay(day)).toBe(startOfDay(next))
  }
  expect(new Date(startOfDay('2026-04-30')).getHours()).toBe(0)
})
