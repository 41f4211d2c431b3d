import { formatDay } from './format-day.ts'
import { formatDate } from './locale.ts'

/**
 * When something was, in as few words as tell it: the day, then the time of day.
 * @param instant ISO 8601
 */
export function formatInstant(instant: string, now = new Date()): { day: string; time: string } {
  const date = new Date(instant)
  const time = formatDate(date, { hour: 'numeric', minute: '2-digit' })
  if (date.toDateString() === now.toDateString()) return { day: formatDay(date, now), time }
  const isThisYear = date.getFullYear() === now.getFullYear()
  const day = formatDate(date, {
    day: 'numeric',
    month: 'short',
    year: isThisYear ? undefined : 'numeric',
  })
  return { day, time }
}
