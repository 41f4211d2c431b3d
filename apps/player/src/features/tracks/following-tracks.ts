import type { RouterInputs } from '@segue/api'
import type { Track } from '../../lib/track.ts'
import { api } from '../../lib/trpc.ts'

/**
 * Walks a list of tracks on from a cursor, a page at each call, for a queue that outlives the page.
 * @returns a function that answers the next tracks, or none once the list is over
 */
export function followingTracks(
  input: NonNullable<RouterInputs['tracks']['list']>,
  from: string | null,
): () => Promise<readonly Track[]> {
  let cursor = from
  let pending: Promise<readonly Track[]> | null = null

  async function walk(): Promise<readonly Track[]> {
    if (cursor === null) return []
    const page = await api.tracks.list.query({ ...input, cursor })
    cursor = page.nextCursor
    return page.items
  }

  return () => {
    // Two who ask at once must not both be given the same page.
    if (pending) return Promise.resolve([])
    pending = walk().finally(() => {
      pending = null
    })
    return pending
  }
}
