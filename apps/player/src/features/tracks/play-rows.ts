import type { Track } from '../../lib/track.ts'
import { playList } from '../player/queue-commands.ts'
import type { PlayOrigin } from '../player/supply.ts'

/** Plays a list from one of its rows on, or from its first; removed tracks are passed over. */
export function playRows<Row extends { track: Track }>(
  rows: readonly Row[],
  row: Row | undefined,
  from: PlayOrigin,
): void {
  const playable = rows.filter(({ track }) => track.available)
  if (playable.length === 0) return
  playList(
    playable.map(({ track }) => track),
    row ? playable.indexOf(row) : null,
    from,
  )
}
