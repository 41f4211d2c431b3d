import type { Track } from '../../lib/track.ts'

interface Answer {
  items: readonly Track[]
  nextCursor: string | null
}

/** Answers one page of a list of tracks, from a cursor on. */
export type AskForTracks = (cursor: string) => Promise<Answer>

/** Where in a list one goes on: from a cursor, or behind so many rows. */
export type ListPlace = { cursor: string } | { offset: number }

/**
 * Walks a list of tracks on from a cursor, a page at each call, for a queue that outlives the page.
 * Removed tracks are passed over.
 * @returns a function that answers the next tracks, or none once the list is over
 */
export function followingTracks(
  ask: AskForTracks,
  from: string | null,
): () => Promise<readonly Track[]> {
  return walker(
    (place) => ask('cursor' in place ? place.cursor : ''),
    from === null ? null : { cursor: from },
  )
}

/** The same, from a place in the list that was never walked to. */
export function tracksBehind(
  ask: (place: ListPlace) => Promise<Answer>,
  offset: number,
): () => Promise<readonly Track[]> {
  return walker(ask, { offset })
}

function walker(
  ask: (place: ListPlace) => Promise<Answer>,
  from: ListPlace | null,
): () => Promise<readonly Track[]> {
  let place = from
  let pending: Promise<readonly Track[]> | null = null

  async function walk(): Promise<readonly Track[]> {
    while (place !== null) {
      const page: Answer = await ask(place)
      place = page.nextCursor === null ? null : { cursor: page.nextCursor }
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
