/** What the address of the history says: what of it is shown. */
export interface HistorySearch {
  q?: string
  /** Days where the listener is, as `2026-04-30`; both are in. */
  from?: string
  to?: string
  /** What was heard to the end alone. */
  whole?: boolean
}

/** Reads an address, which anyone may have written: what makes no sense is left out. */
export function parseHistorySearch(raw: Record<string, unknown>): HistorySearch {
  const q = typeof raw['q'] === 'string' ? raw['q'].slice(0, 200) : ''
  const [from, to] = [dayIn(raw['from']), dayIn(raw['to'])]
  return {
    ...(q.trim() !== '' && { q }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(raw['whole'] === 'true' || raw['whole'] === true ? { whole: true } : {}),
  }
}

/** The question to the server that an address stands for: its days begin and end where the listener is. */
export function historyInput({ q, from, to, whole }: HistorySearch) {
  return {
    ...(q !== undefined && { q: q.trim() }),
    ...(from !== undefined && { from: midnight(from, 0) }),
    ...(to !== undefined && { to: midnight(to, 1) }),
    ...(whole && { completed: true }),
  }
}

/** Something narrows the history down. */
export function isHistoryNarrowed(search: HistorySearch): boolean {
  return Object.values(search).some((value) => value !== undefined)
}

function midnight(day: string, later: number): string {
  const date = new Date(`${day}T00:00`)
  date.setDate(date.getDate() + later)
  return date.toISOString()
}

function dayIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(value)) return undefined
  // The year 9999 has no day after its last one, and the 30th of February is another day.
  const isDay = String(new Date(value).toJSON()).startsWith(value)
  return isDay && value < '9999' ? value : undefined
}
