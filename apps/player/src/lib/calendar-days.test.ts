import { expect, test } from 'vitest'
import { calendarDays, dayName, stepOf } from './calendar-days.ts'

test('puts each day into its week and weekday, over a leap day and the end of a year', () => {
  const days = calendarDays('2023-12-30', '2024-12-31')
  expect(days).toHaveLength(368)
  expect(days[0]).toEqual({ day: '2023-12-30', week: 0, weekday: 5 })
  expect(days[2]).toEqual({ day: '2024-01-01', week: 1, weekday: 0 })
  expect(days.find(({ day }) => day === '2024-02-29')).toMatchObject({ weekday: 3 })
  expect(days.at(-1)).toMatchObject({ day: '2024-12-31', weekday: 1 })
  expect(calendarDays('2024-01-02', '2024-01-01')).toEqual([])
})

test('names a day where the listener is', () => {
  expect(dayName(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02')
})

test('steps from a little to the most', () => {
  expect([0, 1, 25, 26, 75, 100].map((value) => stepOf(value, 100))).toEqual([0, 1, 1, 2, 3, 4])
  expect(stepOf(0, 0)).toBe(0)
})
