import type { Rows } from '@segue/ui'
import type { Track } from '../../lib/track.ts'
import { playList } from '../player/queue-commands.ts'
import type { PlayOrigin } from '../player/supply.ts'
import { tracksBehind, type ListPlace } from './following-tracks.ts'

/** So many rows around the one that is played go into the queue at once, where they are there. */
const reach = 50

/** A long list as far as playing it goes. */
export interface PlayableList<Row> {
  rows: Rows<Row>
  trackOf(row: Row): Track
  /** Asks the server for more of it. */
  ask(place: ListPlace): Promise<{ items: readonly Row[]; nextCursor: string | null }>
  source?: PlayOrigin['source']
}

/**
 * Plays a long list from one of its rows on, wherever that is in it: the rows beside it are in the
 * queue at once, and what follows comes page by page. Removed tracks are passed over.
 */
export function playFrom<Row>(list: PlayableList<Row>, index: number): void {
  const { rows, trackOf, ask, source } = list
  const first = edgeOf(rows, index, -1)
  const last = edgeOf(rows, index, 1)
  const around = Array.from({ length: last - first + 1 }, (_, at) => rows.at(first + at))
  const tracks = around.filter((row) => row !== undefined).map(trackOf)
  const playable = tracks.filter(({ available }) => available)
  const start = tracks.slice(index - first).find(({ available }) => available)
  const more = tracksBehind(async (place) => {
    const { items, nextCursor } = await ask(place)
    return { items: items.map(trackOf), nextCursor }
  }, last + 1)
  if (start) playList(playable, playable.indexOf(start), { source, more })
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
