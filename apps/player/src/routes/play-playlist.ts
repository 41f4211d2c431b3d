import { playList } from '../features/player/queue-commands.ts'
import { askForList } from '../lib/track-list.ts'

/**
 * Plays a playlist from its first track on; the rest follows page by page.
 * @returns false where nothing in it can be played
 */
export async function playPlaylist(id: string): Promise<boolean> {
  const list = { of: 'playlist', id } as const
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await askForList(list, { cursor })
    cursor = page.nextCursor
    const tracks = page.items.filter(({ available }) => available)
    if (tracks.length === 0) continue
    playList(tracks, null, { source: { kind: 'playlist', id }, list, cursor })
    return true
  }
  return false
}
