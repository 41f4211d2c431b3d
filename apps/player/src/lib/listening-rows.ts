import type { RouterOutputs } from '@segue/api'
import { formatDate } from '@segue/ui'
import { calendarDays, dayName } from './calendar-days.ts'
import type { DaySpan } from './listening-search.ts'

type Stats = RouterOutputs['history']['stats']

/** One bar of a chart, one row of its table. */
export interface ListeningRow {
  /** Beside the bar, in few letters. */
  short: string
  name: string
  plays: number
  listenedMs: number
}

const none = { plays: 0, listenedMs: 0 }

/** All 24 hours, as the listener's clock shows them. */
export function hourRows(perHour: Stats['perHour']): ListeningRow[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const name = formatDate(new Date(2026, 0, 1, hour), { hour: 'numeric' })
    const heard = perHour.find((row) => row.hour === hour) ?? none
    return { short: String(hour), name, plays: heard.plays, listenedMs: heard.listenedMs }
  })
}

/** The seven days of the week from Monday on. */
export function weekdayRows(perWeekday: Stats['perWeekday']): ListeningRow[] {
  return Array.from({ length: 7 }, (_, index) => {
    // The fifth of January 2026 was a Monday.
    const day = new Date(2026, 0, 5 + index)
    const heard = perWeekday.find(({ weekday }) => weekday === index + 1) ?? none
    return {
      short: formatDate(day, { weekday: 'short' }),
      name: formatDate(day, { weekday: 'long' }),
      plays: heard.plays,
      listenedMs: heard.listenedMs,
    }
  })
}

/** Every year from the first with plays to the last. */
export function yearRows(perYear: Stats['perYear']): ListeningRow[] {
  const [first = 0, last = -1] = [perYear[0]?.year, perYear.at(-1)?.year]
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = String(first + index)
    const heard = perYear.find((row) => row.year === first + index) ?? none
    return { short: year, name: year, plays: heard.plays, listenedMs: heard.listenedMs }
  })
}

/** Every day of a span that has a beginning, up to today. */
export function dayRows(perDay: Stats['perDay'], { from }: DaySpan): ListeningRow[] {
  const heard = new Map(perDay.map((row) => [row.day, row]))
  return calendarDays(dayName(from ?? new Date()), dayName(new Date())).map(({ day }) => {
    const { plays, listenedMs } = heard.get(day) ?? none
    return {
      short: dayWords(day, { day: 'numeric', month: 'numeric' }),
      name: dayWords(day, { dateStyle: 'full' }),
      plays,
      listenedMs,
    }
  })
}

/** A day as `2026-04-30` in words. */
export function dayWords(day: string, options: Intl.DateTimeFormatOptions): string {
  return formatDate(`${day}T00:00:00Z`, { ...options, timeZone: 'UTC' })
}
