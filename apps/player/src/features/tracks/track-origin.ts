import type { TrackList } from '../../lib/track-list.ts'
import type { PlayOrigin } from '../player/supply.ts'
import { listInput, type TrackSearch } from './track-search.ts'

/** Where what is played comes from that a search, filters and an order show. */
export function originOf(search: TrackSearch): PlayOrigin & { list: TrackList } {
  const { q, genre } = search
  return {
    ...(q && { source: { kind: 'search' } }),
    from: q
      ? { kind: 'search', name: q }
      : genre === undefined
        ? { kind: 'tracks' }
        : { kind: 'genre', name: genre },
    list: { of: 'tracks', input: listInput(search) },
  }
}
