import type { Rows } from '@segue/ui'
import type { Track } from '../../lib/track.ts'
import { playList } from '../player/queue-commands.ts'
import type { PlayOrigin } from '../player/supply.ts'

/** So many rows around the one that is played go into the queue at once, where they are there. */
const reach = 50

/**
 * Plays a long list from one of its rows on, wherever that is in it: the rows beside it are in the
 * queue at once, and what follows comes page by page. Removed tracks are passed over.
 * @param index of the row; null plays the list from its first row on, or from any where it is shuffled
 */
export function playFrom(rows: Rows<Track>, index: number | null, origin: PlayOrigin): void {
  const from = index ?? 0
  const first = edgeOf(rows, from, -1)
  const last = edgeOf(rows, from, 1)
  const around = Array.from({ length: last - first + 1 }, (_, at) => rows.at(first + at))
  const tracks = around.filter((track) => track !== undefined)
  const playable = tracks.filter(({ available }) => available)
  const start = tracks.slice(from - first).find(({ available }) => available)
  if (!start) return
  const isAtEnd = last >= rows.length - 1
  playList(playable, index === null ? null : playable.indexOf(start), {
    ...origin,
    isPart: first > 0,
    cursor: isAtEnd ? null : '',
    after: isAtEnd ? undefined : tracks.at(-1)?.id,
  })
}

/** How far the rows beside that one are there without a gap, in one direction. */
function edgeOf(rows: Rows<unknown>, index: number, step: 1 | -1): number {
  let edge = index
  while (Math.abs(edge + step - index) <= reach && isThere(rows, edge + step)) edge += step
  return edge
}

function isThere(rows: Rows<unknown>, index: number): boolean {
  return index >= 0 && index < rows.length && rows.at(index) !== undefined
}
