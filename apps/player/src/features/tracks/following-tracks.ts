import type { Track } from '../../lib/track.ts'

/** Answers one page of a list of tracks, from a cursor on. */
export type AskForTracks = (
  cursor: string,
) => Promise<{ items: readonly Track[]; nextCursor: string | null }>

/**
 * Walks a list of tracks on from a cursor, a page at each call, for a queue that outlives the page.
 * Removed tracks are passed over.
 * @returns a function that answers the next tracks, or none once the list is over
 */
export function followingTracks(
  ask: AskForTracks,
  from: string | null,
): () => Promise<readonly Track[]> {
  let cursor = from
  let pending: Promise<readonly Track[]> | null = null

  async function walk(): Promise<readonly Track[]> {
    while (cursor !== null) {
      const page = await ask(cursor)
      cursor = page.nextCursor
      const playable = page.items.filter(({ available }) => available)
      if (playable.length > 0) return playable
    }
    return []
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
