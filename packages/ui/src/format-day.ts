import { formatDate, formatRelativeDay, locale } from './locale.ts'

/**
 * A day where the reader is, as a heading says it: "Today", "Yesterday", else its name and date.
 * @param instant any time of that day
 */
export function formatDay(instant: Date | string, now = new Date()): string {
  const date = new Date(instant)
  const ago = daysBetween(date, now)
  if (ago === 0 || ago === 1) return relative(-ago)
  const isThisYear = date.getFullYear() === now.getFullYear()
  return formatDate(date, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: isThisYear ? undefined : 'numeric',
  })
}

/** Midnights between, whether a day has 23, 24 or 25 hours. */
function daysBetween(earlier: Date, later: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((day(later) - day(earlier)) / 86_400_000)
}

function relative(days: number): string {
  const word = formatRelativeDay(days)
  return word.charAt(0).toLocaleUpperCase(locale()) + word.slice(1)
}
