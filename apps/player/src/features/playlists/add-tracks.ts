import type { RouterInputs } from '@segue/api'
import type { Playlist } from '../../lib/playlist.ts'
import type { Track } from '../../lib/track.ts'
import { api, queries } from '../../lib/trpc.ts'
import { inLots } from './in-lots.ts'

export interface Addition {
  playlist: Playlist
  tracks: readonly Track[]
  onDuplicate: NonNullable<RouterInputs['playlists']['add']['onDuplicate']>
}

/**
 * Puts tracks at the end of a playlist, in their order.
 * @returns the new entries: fewer than there are tracks where duplicates were skipped
 */
export async function addTracks({ playlist, tracks, onDuplicate }: Addition): Promise<string[]> {
  const { id } = playlist
  const entryIds: string[] = []
  for (const trackIds of inLots(tracks.map((track) => track.id))) {
    const answer = await api.playlists.add.mutate({ id, trackIds, onDuplicate })
    entryIds.push(...answer.entryIds)
  }
  showAnew(id)
  return entryIds
}

/** How many of the tracks are in a playlist already. */
export async function countContained({ id }: Playlist, tracks: readonly Track[]): Promise<number> {
  const contained = new Set<string>()
  for (const trackIds of inLots(tracks.map((track) => track.id)))
    for (const trackId of (await api.playlists.contains.query({ id, trackIds })).trackIds)
      contained.add(trackId)
  return tracks.filter((track) => contained.has(track.id)).length
}

/** Takes entries out again that were just added. */
export async function takeBack({ id }: Playlist, entryIds: readonly string[]): Promise<void> {
  for (const some of inLots(entryIds))
    await api.playlists.removeTracks.mutate({ id, entryIds: some })
  showAnew(id)
}

function showAnew(id: string): void {
  void queries.playlists.byId.invalidate({ id })
  void queries.playlists.tracks.invalidate({ id })
  void queries.playlists.list.invalidate()
}
