import type { RouterInputs } from '@segue/api'
import type { PlaylistEntry } from '../../lib/playlist.ts'
import { queries } from '../../lib/trpc.ts'

/** The question to the server that shows a playlist's entries; the cache knows them by it. */
export function entriesInput(id: string): RouterInputs['playlists']['tracks'] {
  return { id, limit: 100 }
}

/**
 * Shows other entries in place of those that are shown, over the same pages. What was asked for
 * before is not waited for: it would bring the old ones back.
 */
export function showEntries(id: string, entries: readonly PlaylistEntry[]): void {
  const rest = [...entries]
  void queries.playlists.tracks.cancel(entriesInput(id))
  queries.playlists.tracks.setInfiniteData(
    entriesInput(id),
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page, index) => {
          const isLast = index === data.pages.length - 1
          return { ...page, items: rest.splice(0, isLast ? rest.length : page.items.length) }
        }),
      },
  )
}

/** The entries that are shown, in their order; all that have come so far. */
export function shownEntries(id: string): PlaylistEntry[] {
  const data = queries.playlists.tracks.getInfiniteData(entriesInput(id))
  return data?.pages.flatMap(({ items }) => items) ?? []
}

/** Tells a playlist as that many entries longer (or shorter) as they are. */
export function recount(id: string, entries: readonly PlaylistEntry[], sign: 1 | -1): void {
  const durationMs = entries.reduce((sum, { track }) => sum + track.durationMs, 0)
  queries.playlists.byId.setData(
    { id },
    (playlist) =>
      playlist && {
        ...playlist,
        trackCount: Math.max(0, playlist.trackCount + sign * entries.length),
        durationMs: Math.max(0, playlist.durationMs + sign * durationMs),
      },
  )
}
