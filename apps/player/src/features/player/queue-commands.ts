import type { Track } from '../../lib/track.ts'
import { halt, playQueue } from './playback.ts'
import { usePlayer } from './player-store.ts'
import {
  append,
  changeItems,
  currentEntry,
  emptyQueue,
  insertNext,
  moveEntry,
  queueOf,
  removeEntry,
  toEntry,
  upcomingCount,
  withoutUpcoming,
} from './queue.ts'
import { currentSource, supplyFrom, type PlayOrigin } from './supply.ts'

/** Plays a list from one of its tracks on, in place of what was queued before. */
export function playList(tracks: readonly Track[], index: number, from: PlayOrigin = {}): void {
  supplyFrom(from)
  playQueue(queueOf(tracks, index, usePlayer.getState().queue.nextKey))
}

/** Plays what stands in the queue under that key. */
export function playEntry(key: number): void {
  playQueue(toEntry(usePlayer.getState().queue, key))
}

/** Puts tracks at the end of the queue. */
export function addToQueue(tracks: readonly Track[]): void {
  usePlayer.setState(({ queue }) => ({ queue: append(queue, tracks) }))
}

/** Puts tracks right behind the one that plays. */
export function playNext(tracks: readonly Track[]): void {
  usePlayer.setState(({ queue }) => ({ queue: insertNext(queue, tracks) }))
}

/** Changes what is known of a track, wherever it stands in the queue. */
export function changeQueuedTrack(id: string, changed: Partial<Track>): void {
  usePlayer.setState(({ queue }) => ({
    queue: changeItems(queue, (track) => (track.id === id ? { ...track, ...changed } : track)),
  }))
}

/** Puts an entry in another place of the queue. */
export function moveInQueue(key: number, index: number): void {
  usePlayer.setState(({ queue }) => ({ queue: moveEntry(queue, key, index) }))
}

/** Takes an entry out; where it was playing, what follows it plays on. */
export function removeFromQueue(key: number): void {
  const { queue, isPlaying } = usePlayer.getState()
  const rest = removeEntry(queue, key)
  if (currentEntry(queue)?.key !== key) usePlayer.setState({ queue: rest })
  else if (upcomingCount(queue) > 0 && isPlaying) playQueue(rest)
  else halt(rest)
}

/** Takes out all that is still to come. What plays goes on to its end. */
export function clearUpcoming(): void {
  supplyFrom({ source: currentSource() })
  usePlayer.setState(({ queue }) => ({ queue: withoutUpcoming(queue) }))
}

/** Stops the music and empties the queue, as at a sign-out. */
export function stop(): void {
  supplyFrom({})
  halt(emptyQueue())
}
