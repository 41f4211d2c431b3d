import { readChoice, readText } from '../../lib/read-search.ts'

export const sorts = ['newest', 'oldest', 'title', 'artist', 'popular', 'duration'] as const

export type TrackSort = (typeof sorts)[number] | 'relevance'

/** What the address of the list says. */
export interface TrackSearch {
  q?: string
  /** Those that were removed, in place of those in the library. */
  state?: 'removed'
  sort?: TrackSort
}

/** Reads an address: what makes no sense is left out. */
export function parseTrackSearch(given: Record<string, unknown>): TrackSearch {
  const q = readText(given['q'])
  const sort = readChoice(given['sort'], [...sorts, 'relevance' as const])
  return {
    q,
    state: readChoice(given['state'], ['removed']),
    sort: sort === 'relevance' && q === undefined ? undefined : sort,
  }
}
