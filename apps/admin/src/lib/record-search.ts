import { endOfDay, startOfDay } from './day.ts'
import { readChoice, readDay, readId, readText } from './read-search.ts'

export const recordSorts = ['newest', 'oldest'] as const

export type RecordSort = (typeof recordSorts)[number]

/** What the address of a list of favourites or plays says. */
export interface RecordSearch {
  q?: string
  /** Ids. */
  user?: string
  track?: string
  /** First and last day, as `2026-04-30`. */
  from?: string
  to?: string
  sort?: RecordSort
}

/** Reads an address: what makes no sense is left out. */
export function parseRecordSearch(given: Record<string, unknown>): RecordSearch {
  return {
    q: readText(given['q']),
    user: readId(given['user']),
    track: readId(given['track']),
    from: readDay(given['from']),
    to: readDay(given['to']),
    sort: readChoice(given['sort'], recordSorts),
  }
}

/** The same as the server asks for it. */
export function recordFilter({ q, user, track, from, to, sort }: RecordSearch) {
  return {
    q,
    userId: user,
    trackId: track,
    from: from && startOfDay(from),
    to: to && endOfDay(to),
    sort,
  }
}
