import type { SearchResults } from '../lib/search-results.ts'
import { queries, trpc } from '../lib/trpc.ts'

const most = { tracks: 6, artists: 6, albums: 6, playlists: 6 }

export interface Found {
  /** Undefined while nothing was found yet. */
  results: SearchResults | undefined
  /** They are those of the text before; the right ones are on their way. */
  isStale: boolean
  error: unknown
  retry(): void
  /** Where the tracks go on; null where these are all. */
  moreTracks: string | null
}

/**
 * Searches everything in one request. A request for a text that is not asked for any more is
 * aborted, and what answers it all the same is never shown.
 */
export function useFound(q: string): Found {
  const options = {
    placeholderData: <Kept>(kept: Kept) => kept,
    trpc: { abortOnUnmount: true },
  }
  const [tracksInput, artistsInput, albumsInput, playlistsInput] = inputsOf(q)
  const tracks = trpc.tracks.list.useQuery(tracksInput, options)
  const artists = trpc.artists.list.useQuery(artistsInput, options)
  const albums = trpc.albums.list.useQuery(albumsInput, options)
  const playlists = trpc.playlists.list.useQuery(playlistsInput, options)
  const all = [tracks, artists, albums, playlists]
  const isHere = tracks.data && artists.data && albums.data && playlists.data
  return {
    results: isHere && {
      tracks: tracks.data.items,
      artists: artists.data.items,
      albums: albums.data.items,
      playlists: playlists.data.items,
    },
    isStale: all.some(({ isPlaceholderData }) => isPlaceholderData),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    retry() {
      for (const query of all) if (query.isError) void query.refetch()
    },
    moreTracks: tracks.data?.nextCursor ?? null,
  }
}

/** The same, once; answered from the cache where the page shows it already. */
export async function findOnce(
  q: string,
): Promise<Pick<Found, 'moreTracks'> & { results: SearchResults }> {
  const [tracksInput, artistsInput, albumsInput, playlistsInput] = inputsOf(q)
  const [tracks, artists, albums, playlists] = await Promise.all([
    queries.tracks.list.fetch(tracksInput),
    queries.artists.list.fetch(artistsInput),
    queries.albums.list.fetch(albumsInput),
    queries.playlists.list.fetch(playlistsInput),
  ])
  const results = {
    tracks: tracks.items,
    artists: artists.items,
    albums: albums.items,
    playlists: playlists.items,
  }
  return { results, moreTracks: tracks.nextCursor }
}

function inputsOf(q: string) {
  return [
    { q, limit: most.tracks },
    { q, limit: most.artists },
    { q, limit: most.albums },
    { q, limit: most.playlists },
  ] as const
}
