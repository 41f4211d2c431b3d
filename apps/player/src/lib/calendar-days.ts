const dayMs = 86_400_000

/** A day of a calendar of weeks. */
export interface CalendarDay {
  /** `2026-04-30`. */
  day: string
  /** Its column, from 0. */
  week: number
  /** Its row: 0 is Monday. */
  weekday: number
}

/**
 * Every day from one to another, both in, in columns of weeks that begin on Mondays.
 * @param first a day as `2026-04-30`
 */
export function calendarDays(first: string, last: string): CalendarDay[] {
  const begin = Date.parse(`${first}T00:00:00Z`)
  const count = Math.round((Date.parse(`${last}T00:00:00Z`) - begin) / dayMs) + 1
  const offset = weekdayOf(begin)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => ({
    day: new Date(begin + index * dayMs).toISOString().slice(0, 10),
    week: Math.floor((offset + index) / 7),
    weekday: (offset + index) % 7,
  }))
}

/** A day where the listener is, as `2026-04-30`. */
export function dayName(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Which of four steps a value is of; 0 for none at all. */
export function stepOf(value: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0 || most <= 0) return 0
  return Math.min(4, Math.ceil((value / most) * 4)) as 1 | 2 | 3 | 4
}

function weekdayOf(time: number): number {
  return (new Date(time).getUTCDay() + 6) % 7
}
