import { formatDate, locale } from './locale.ts'

/**
 * When something was, in as few words as tell it: the day, then the time of day.
 * @param instant ISO 8601
 */
export function formatInstant(instant: string, now = new Date()): { day: string; time: string } {
  const date = new Date(instant)
  const time = formatDate(date, { hour: 'numeric', minute: '2-digit' })
  if (date.toDateString() === now.toDateString()) return { day: today(), time }
  const isThisYear = date.getFullYear() === now.getFullYear()
  const day = formatDate(date, {
    day: 'numeric',
    month: 'short',
    year: isThisYear ? undefined : 'numeric',
  })
  return { day, time }
}

function today(): string {
  const word = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(0, 'day')
  return word.charAt(0).toLocaleUpperCase(locale()) + word.slice(1)
}
