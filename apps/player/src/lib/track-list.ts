import type { RouterInputs } from '@segue/api'
import type { Track } from './track.ts'
import { api } from './trpc.ts'

type Rest = NonNullable<RouterInputs['queue']['save']['rest']>

/** A list of tracks by the question that the server answers with it; it can be kept and sent. */
export type TrackList = Rest['list']

export interface ListPage {
  items: readonly Track[]
  nextCursor: string | null
}

export interface ListPlace {
  /** Where the page begins; the start of the list, unless given. */
  cursor?: string
  /** In the order of that shuffle; in the list's own, unless given. */
  seed?: number | null
  /** Begins behind this track, in the list's own order. */
  after?: string | undefined
}

const limit = 100

/** One page of a list, in its own order or shuffled as a whole. Removed tracks are in it. */
export async function askForList(list: TrackList, place: ListPlace): Promise<ListPage> {
  const { cursor, after, seed = null } = place
  const page = { limit, ...(cursor ? { cursor } : after !== undefined && { after }) }
  if (seed !== null && list.of !== 'playlist') {
    const filter = list.of === 'tracks' ? list.input : { favorite: true }
    return api.tracks.list.query({ ...filter, sort: 'shuffle', seed, ...page })
  }
  if (list.of === 'tracks') return api.tracks.list.query({ ...list.input, ...page })
  const { items, nextCursor } =
    list.of === 'favorites'
      ? await api.favorites.list.query(page)
      : await api.playlists.tracks.query({
          id: list.id,
          ...(seed !== null && { seed }),
          ...page,
        })
  return { items: items.map(({ track }) => track), nextCursor }
}
