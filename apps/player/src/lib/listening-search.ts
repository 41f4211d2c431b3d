export const spans = ['week', 'month', 'year', 'all'] as const
export type Span = (typeof spans)[number]

const daysOf = { week: 7, month: 30, year: 365 } satisfies Record<Exclude<Span, 'all'>, number>

/** What the address of the page about one's own listening says: a span up to now, or a year. */
export interface ListeningSearch {
  span?: Span
  year?: number
}

/** Reads an address, which anyone may have written: what makes no sense is left out. */
export function parseListeningSearch(raw: Record<string, unknown>): ListeningSearch {
  const year = Number(raw['year'])
  if (Number.isInteger(year) && year >= 1970 && year < 9999) return { year }
  const span = spans.find((each) => each === raw['span'])
  return span === undefined ? {} : { span }
}

/** The span of time that an address means, in days where the listener is. */
export interface DaySpan {
  /** Undefined: since ever. */
  from?: Date
  /** The midnight after the last day; undefined: up to now. */
  to?: Date
}

/** The days that an address means. */
export function daySpan({ span = 'all', year }: ListeningSearch, now: Date = new Date()): DaySpan {
  if (year !== undefined) return { from: new Date(year, 0, 1), to: new Date(year + 1, 0, 1) }
  if (span === 'all') return {}
  const day = now.getDate() - daysOf[span] + 1
  return { from: new Date(now.getFullYear(), now.getMonth(), day) }
}
