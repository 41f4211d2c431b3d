export const sorts = ['newest', 'oldest', 'title', 'artist', 'popular', 'duration'] as const

export type TrackSort = (typeof sorts)[number] | 'relevance'

/** What the address of the list says. */
export interface TrackSearch {
  q?: string
  sort?: TrackSort
}

/** Reads an address: what makes no sense is left out. */
export function parseTrackSearch({ q, sort }: Record<string, unknown>): TrackSearch {
  const known = [...sorts, 'relevance' as const].find((each) => each === sort)
  const text = typeof q === 'string' && q.trim() !== '' ? q.slice(0, 200) : undefined
  const order = known === 'relevance' && !text ? undefined : known
  return { ...(text !== undefined && { q: text }), ...(order && { sort: order }) }
}
