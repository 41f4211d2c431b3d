import type { RouterInputs, RouterOutputs } from '@segue/api'
import type { SparseSource } from '@segue/web'
import type { Track } from './track.ts'
import { api, trpc } from './trpc.ts'
import { procedureKey } from './procedure-key.ts'

type Favorite = RouterOutputs['favorites']['list']['items'][number]

type Input<Noun extends 'tracks' | 'artists' | 'albums'> = Omit<
  NonNullable<RouterInputs[Noun]['list']>,
  'cursor' | 'offset' | 'limit'
>

/** The library's tracks, as `tracks.list` has them by these filters, in this order. */
export function tracksSource(input: Input<'tracks'>): SparseSource<Track> {
  const { sort: _sort, seed: _seed, ...filter } = input
  return {
    page: (place) => ({
      queryKey: procedureKey(trpc.tracks.list, { ...input, ...place }, 'query'),
      queryFn: ({ signal }) => api.tracks.list.query({ ...input, ...place }, { signal }),
    }),
    count: {
      queryKey: procedureKey(trpc.tracks.count, filter, 'query'),
      queryFn: ({ signal }) => api.tracks.count.query(filter, { signal }),
    },
  }
}

export function artistsSource(
  input: Input<'artists'>,
): SparseSource<RouterOutputs['artists']['byId']> {
  const { sort: _sort, ...filter } = input
  return {
    page: (place) => ({
      queryKey: procedureKey(trpc.artists.list, { ...input, ...place }, 'query'),
      queryFn: ({ signal }) => api.artists.list.query({ ...input, ...place }, { signal }),
    }),
    count: {
      queryKey: procedureKey(trpc.artists.count, filter, 'query'),
      queryFn: ({ signal }) => api.artists.count.query(filter, { signal }),
    },
  }
}

export function albumsSource(
  input: Input<'albums'>,
): SparseSource<RouterOutputs['albums']['list']['items'][number]> {
  const { sort: _sort, ...filter } = input
  return {
    page: (place) => ({
      queryKey: procedureKey(trpc.albums.list, { ...input, ...place }, 'query'),
      queryFn: ({ signal }) => api.albums.list.query({ ...input, ...place }, { signal }),
    }),
    count: {
      queryKey: procedureKey(trpc.albums.count, filter, 'query'),
      queryFn: ({ signal }) => api.albums.count.query(filter, { signal }),
    },
  }
}

/** The listener's own favourites, the last marked first; afresh on every visit. */
export const favoritesSource: SparseSource<Favorite> = {
  page: (place) => ({
    queryKey: procedureKey(trpc.favorites.list, place, 'query'),
    queryFn: ({ signal }) => api.favorites.list.query(place, { signal }),
    refetchOnMount: 'always',
  }),
  count: {
    queryKey: procedureKey(trpc.favorites.count, undefined, 'query'),
    queryFn: ({ signal }) => api.favorites.count.query(undefined, { signal }),
    refetchOnMount: 'always',
  },
}
