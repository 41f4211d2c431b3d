export const spans = ['week', 'month', 'year', 'all'] as const
export type Span = (typeof spans)[number]

const daysOf = { week: 7, month: 30, year: 365 } satisfies Record<Exclude<Span, 'all'>, number>

/** What the address of the page about one's own listening says. */
export interface ListeningSearch {
  span?: Span
}

/** Reads an address, which anyone may have written: what makes no sense is left out. */
export function parseListeningSearch(raw: Record<string, unknown>): ListeningSearch {
  const span = spans.find((each) => each === raw['span'])
  return span === undefined ? {} : { span }
}

/** Where a span of time begins: at the midnight, here, of its first day; undefined: at no time. */
export function beginOf(span: Span, now: Date = new Date()): string | undefined {
  if (span === 'all') return undefined
  const day = now.getDate() - daysOf[span] + 1
  return new Date(now.getFullYear(), now.getMonth(), day).toISOString()
}
