import type { RouterInputs } from '@segue/api'
import type { Playlist } from '../../lib/playlist.ts'
import type { Track } from '../../lib/track.ts'
import { api, queries } from '../../lib/trpc.ts'

const mostAtOnce = 500

export interface Addition {
  playlist: Playlist
  tracks: readonly Track[]
  onDuplicate: NonNullable<RouterInputs['playlists']['add']['onDuplicate']>
}

/**
 * Puts tracks at the end of a playlist, in their order.
 * @returns how many were added: fewer than there are where duplicates were skipped
 */
export async function addTracks({ playlist, tracks, onDuplicate }: Addition): Promise<number> {
  const { id } = playlist
  const trackIds = tracks.map((track) => track.id)
  let added = 0
  for (let from = 0; from < trackIds.length; from += mostAtOnce) {
    const some = trackIds.slice(from, from + mostAtOnce)
    const answer = await api.playlists.add.mutate({ id, trackIds: some, onDuplicate })
    added += answer.added
  }
  void queries.playlists.byId.invalidate({ id })
  void queries.playlists.tracks.invalidate({ id })
  void queries.playlists.list.invalidate()
  return added
}
