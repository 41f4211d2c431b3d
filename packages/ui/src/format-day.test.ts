import { afterEach, expect, test } from 'vitest'
import { formatDay } from './format-day.ts'
import { setLocale } from './locale.ts'

afterEach(() => setLocale('en'))

const now = new Date(2026, 10, 23, 0, 30)

test.each([
  [new Date(2026, 10, 23), 'Today', '오늘'],
  [new Date(2026, 10, 22, 23, 59), 'Yesterday', '어제'],
  [new Date(2026, 10, 21, 12), 'Saturday, November 21', '11월 21일 토요일'],
  [new Date(2025, 10, 23, 12), 'Sunday, November 23, 2025', '2025년 11월 23일 일요일'],
  [new Date(2026, 10, 24, 12), 'Tuesday, November 24', '11월 24일 화요일'],
])('calls %s %s', (date, english, korean) => {
  expect(formatDay(date, now)).toBe(english)
  setLocale('ko')
  expect(formatDay(date.toISOString(), now)).toBe(korean)
})
