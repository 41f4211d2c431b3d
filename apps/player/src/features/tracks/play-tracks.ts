import type { TrackList } from '../../lib/track-list.ts'
import { api } from '../../lib/trpc.ts'
import { playList, shuffleList } from '../player/queue-commands.ts'
import type { PlayOrigin } from '../player/supply.ts'

/**
 * Plays a list of the library from its first track on; the rest follows page by page.
 * @returns false where the list is empty
 */
export async function playTracks(
  input: Extract<TrackList, { of: 'tracks' }>['input'],
  source: PlayOrigin['source'],
): Promise<boolean> {
  const { items, nextCursor } = await api.tracks.list.query(input)
  if (items.length === 0) return false
  playList(items, null, { source, list: { of: 'tracks', input }, cursor: nextCursor })
  return true
}

/** Plays the whole library in an order of its own, each track once. */
export function playMix(): Promise<boolean> {
  return shuffleList([], { source: { kind: 'radio' }, list: { of: 'tracks', input: {} } })
}
