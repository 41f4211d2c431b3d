import type { Track } from '../../lib/track.ts'
import { usePlayer } from './player-store.ts'
import { append, insertNext, moveEntry } from './queue.ts'

/** Puts tracks at the end of the queue. */
export function addToQueue(tracks: readonly Track[]): void {
  usePlayer.setState(({ queue }) => ({ queue: append(queue, tracks) }))
}

/** Puts tracks right behind the one that plays. */
export function playNext(tracks: readonly Track[]): void {
  usePlayer.setState(({ queue }) => ({ queue: insertNext(queue, tracks) }))
}

/** Puts an entry in another place of the queue. */
export function moveInQueue(key: number, index: number): void {
  usePlayer.setState(({ queue }) => ({ queue: moveEntry(queue, key, index) }))
}
