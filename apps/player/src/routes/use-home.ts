import type { RouterOutputs } from '@segue/api'
import { trpc } from '../lib/trpc.ts'

/** How many stand in a section. */
export const sectionSize = 6
/** How many of the last plays the recently played ones are picked from. */
const lastPlays = 40

type Items<List extends { items: unknown[] }> = List['items']

export interface HomeData {
  plays: Items<RouterOutputs['history']['list']>
  albums: Items<RouterOutputs['albums']['list']>
  newest: Items<RouterOutputs['tracks']['list']>
  mostPlayed: RouterOutputs['history']['stats']['topTracks']
  popular: Items<RouterOutputs['tracks']['list']>
  favorites: Items<RouterOutputs['favorites']['list']>
  playlists: Items<RouterOutputs['playlists']['list']>
  genres: RouterOutputs['tracks']['facets']['genres']
}

export interface HomeState {
  isPending: boolean
  /** There is no music in the library. */
  isEmpty: boolean
  error: unknown
  isFetching: boolean
  retry(): void
  /** What came; null while nothing has. */
  sections: HomeData | null
}

/** Everything that the first page shows, asked for in one request. */
export function useHome(): HomeState {
  const limit = sectionSize
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const queries = [
    trpc.history.list.useQuery({ limit: lastPlays }),
    trpc.albums.list.useQuery({ sort: 'newest', limit }),
    trpc.tracks.list.useQuery({ sort: 'newest', limit }),
    trpc.history.stats.useQuery({ timeZone }),
    trpc.tracks.list.useQuery({ sort: 'popular', limit }),
    trpc.favorites.list.useQuery({ limit }),
    trpc.playlists.list.useQuery({ limit }),
    trpc.tracks.facets.useQuery({}),
  ] as const
  const [history, albums, newest, stats, popular, favorites, playlists, facets] = queries
  const hasAny = queries.some(({ data }) => data !== undefined)
  return {
    isPending: queries.some(({ isPending }) => isPending),
    isEmpty: newest.data?.items.length === 0 && albums.data?.items.length === 0,
    error: queries.find(({ error }) => error !== null)?.error ?? null,
    isFetching: queries.some(({ isFetching }) => isFetching),
    retry() {
      for (const query of queries) if (query.isError) void query.refetch()
    },
    sections: hasAny
      ? {
          plays: history.data?.items ?? [],
          albums: albums.data?.items ?? [],
          newest: newest.data?.items ?? [],
          mostPlayed: stats.data?.topTracks ?? [],
          popular: popular.data?.items ?? [],
          favorites: favorites.data?.items ?? [],
          playlists: playlists.data?.items ?? [],
          genres: facets.data?.genres ?? [],
        }
      : null,
  }
}
