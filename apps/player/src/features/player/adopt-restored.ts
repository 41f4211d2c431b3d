import type { RouterOutputs } from '@segue/api'
import { halt } from './playback.ts'
import { usePlayer } from './player-store.ts'
import { restoredPlayer } from './queue-record.ts'

/** Puts the queue that the server kept in the place of the one here, at its second, in silence. */
export function adoptRestored(kept: NonNullable<RouterOutputs['queue']['get']>): void {
  const { queue, ...rest } = restoredPlayer(kept, usePlayer.getState().queue.nextKey)
  usePlayer.setState(rest)
  halt(queue, kept.positionMs / 1000)
}
