import type { RouterInputs } from '@segue/api'
import type { SparseSource } from '@segue/web'
import { getQueryKey } from '@trpc/react-query'
import type { Track } from './track.ts'
import { api, trpc } from './trpc.ts'

type Input = Omit<NonNullable<RouterInputs['tracks']['list']>, 'cursor' | 'offset' | 'limit'>

/** The library's tracks, as `tracks.list` has them by these filters, in this order. */
export function tracksSource(input: Input): SparseSource<Track> {
  const { sort: _sort, seed: _seed, ...filter } = input
  return {
    page: (place) => ({
      queryKey: getQueryKey(trpc.tracks.list, { ...input, ...place }, 'query'),
      queryFn: ({ signal }) => api.tracks.list.query({ ...input, ...place }, { signal }),
    }),
    count: {
      queryKey: getQueryKey(trpc.tracks.count, filter, 'query'),
      queryFn: ({ signal }) => api.tracks.count.query(filter, { signal }),
    },
  }
}
