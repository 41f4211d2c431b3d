import { usePlayer } from './player-store.ts'
import { withOwnOrder, withShuffledRest } from './queue-order.ts'
import type { Repeat } from './queue.ts'
import { newSeed } from './shuffle.ts'

const nextRepeat: Record<Repeat, Repeat> = { off: 'all', all: 'one', one: 'off' }

/** Repeats nothing, then everything, then the track that plays, then nothing again. */
export function cycleRepeat(): void {
  usePlayer.setState(({ repeat }) => ({ repeat: nextRepeat[repeat] }))
}

/** Shuffles what follows the current track, or puts it back into the order of its list. */
export function toggleShuffle(): void {
  usePlayer.setState(({ isShuffled, queue }) => ({
    isShuffled: !isShuffled,
    queue: isShuffled ? withOwnOrder(queue) : withShuffledRest(queue, newSeed()),
  }))
}
