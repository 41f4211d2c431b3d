import type { RouterInputs } from '@segue/api'
import { api } from '../../lib/trpc.ts'
import { playList } from '../player/queue-commands.ts'
import type { PlayOrigin } from '../player/supply.ts'
import { followingTracks } from './following-tracks.ts'

/**
 * Plays a list of the library from its first track on; the rest follows page by page.
 * @returns false where the list is empty
 */
export async function playTracks(
  input: NonNullable<RouterInputs['tracks']['list']>,
  source: PlayOrigin['source'],
): Promise<boolean> {
  const { items, nextCursor } = await api.tracks.list.query(input)
  if (items.length === 0) return false
  const more = followingTracks((cursor) => api.tracks.list.query({ ...input, cursor }), nextCursor)
  playList(items, 0, { source, more })
  return true
}

/** Plays the whole library in an order of its own, each track once. */
export function playMix(): Promise<boolean> {
  const seed = Math.floor(Math.random() * 2 ** 31)
  return playTracks({ sort: 'shuffle', seed }, { kind: 'radio' })
}
