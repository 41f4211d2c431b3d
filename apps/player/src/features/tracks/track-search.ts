import type { TrackList } from '../../lib/track-list.ts'

export const sorts = [
  'newest',
  'oldest',
  'title',
  'artist',
  'album',
  'popular',
  'duration',
] as const

export type TrackSort = (typeof sorts)[number] | 'relevance'

/** What the address of the list of tracks says: what is shown, and in which order. */
export interface TrackSearch {
  q?: string
  genre?: string
  /** The first year of ten, such as 1990. */
  decade?: number
  sort?: TrackSort
  /** The other way round than the order usually goes. */
  direction?: Direction
}

export type Direction = 'asc' | 'desc'

/** Which way an order goes, unless told. */
export function usualDirection(sort: TrackSort): Direction {
  return sort === 'newest' || sort === 'popular' || sort === 'relevance' ? 'desc' : 'asc'
}

/** The order that a list is in by its address. */
export function orderOf({ q, sort, direction }: TrackSearch): [TrackSort, Direction] {
  const order = sort ?? (q ? 'relevance' : 'newest')
  return [order, direction ?? usualDirection(order)]
}

/** What a press on the head of a column changes: its order, or the other way round of it. */
export function pressedHead(search: TrackSearch, sort: TrackSort): Partial<TrackSearch> {
  const [order, direction] = orderOf(search)
  const isTurned = order === sort && direction === usualDirection(sort)
  return {
    sort: sort === orderOf({ q: search.q })[0] ? undefined : sort,
    direction: isTurned ? (direction === 'asc' ? 'desc' : 'asc') : undefined,
  }
}

/** Reads an address, which anyone may have written: what makes no sense is left out. */
export function parseTrackSearch(raw: Record<string, unknown>): TrackSearch {
  const q = text(raw['q'], 200)
  const decade = Number(raw['decade'])
  const sort = [...sorts, 'relevance' as const].find((each) => each === raw['sort'])
  const search: TrackSearch = {
    q,
    genre: text(raw['genre'], 100),
    decade: Number.isInteger(decade) && decade > 0 && decade < 9990 ? decade : undefined,
    sort: sort === 'relevance' && !q ? undefined : sort,
  }
  const direction = (['asc', 'desc'] as const).find((each) => each === raw['direction'])
  if (direction !== usualDirection(orderOf(search)[0])) search.direction = direction
  return JSON.parse(JSON.stringify(search)) as TrackSearch
}

/** The question to the server that an address stands for. */
export function listInput(search: TrackSearch): Extract<TrackList, { of: 'tracks' }>['input'] {
  const { q, genre, decade, sort, direction } = search
  return {
    ...(q !== undefined && { q }),
    ...(genre !== undefined && { genre }),
    ...(decade !== undefined && { yearFrom: decade, yearTo: decade + 9 }),
    ...(sort !== undefined && { sort }),
    ...(direction !== undefined && { direction }),
  }
}

/** Something narrows the list down. */
export function isNarrowed({ q, genre, decade }: TrackSearch): boolean {
  return Boolean(q ?? genre ?? decade)
}

/** The decades from the first year to the last, newest first. */
export function decadesOf(min: number | null, max: number | null): number[] {
  if (min === null || max === null) return []
  const first = Math.floor(min / 10)
  return Array.from({ length: Math.floor(max / 10) - first + 1 }, (_, back) => (first + back) * 10)
    .filter((decade) => decade > 0)
    .toReversed()
    .slice(0, 30)
}

function text(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, longest) : undefined
}
