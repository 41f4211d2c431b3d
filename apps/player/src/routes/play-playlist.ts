import { playList } from '../features/player/queue-commands.ts'
import { askForEntries, entriesInput } from '../features/playlists/entries.ts'
import { followingTracks } from '../features/tracks/following-tracks.ts'
import { api } from '../lib/trpc.ts'

/**
 * Plays a playlist from its first track on; the rest follows page by page.
 * @returns false where nothing in it can be played
 */
export async function playPlaylist(id: string): Promise<boolean> {
  const { items, nextCursor } = await api.playlists.tracks.query(entriesInput(id))
  const more = followingTracks((cursor) => askForEntries(id, cursor), nextCursor)
  const first = items.map(({ track }) => track).filter(({ available }) => available)
  const tracks = first.length > 0 ? first : await more()
  if (tracks.length === 0) return false
  playList(tracks, 0, { source: { kind: 'playlist', id }, more })
  return true
}
