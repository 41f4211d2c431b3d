import { askForList } from '../../lib/track-list.ts'
import type { Track } from '../../lib/track.ts'
import { shuffleRest } from './modes.ts'
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
import { newSeed, shuffled } from './shuffle.ts'
import { supplyFrom, type PlayOrigin } from './supply.ts'
import { forgetWarmLinks } from './warm-links.ts'

/**
 * Plays a list from one of its tracks on, in place of what was queued before. Shuffled, the rest of
 * the list follows by chance.
 * @param index which of the tracks; null plays them all, from the first on or from any
 */
export function playList(
  tracks: readonly Track[],
  index: number | null,
  origin: PlayOrigin = {},
): void {
  const { isShuffled, queue } = usePlayer.getState()
  if (index === null && isShuffled) return void shuffleList(tracks, origin)
  supplyFrom(origin)
  playQueue(queueOf(tracks, index ?? 0, queue.nextKey))
  if (isShuffled) shuffleRest()
}

/** Plays a whole list by chance, each track once, and lets what is played later come so too. */
export async function shuffleList(
  tracks: readonly Track[],
  origin: PlayOrigin = {},
): Promise<boolean> {
  const seed = newSeed()
  const isAll = !origin.list || ((origin.cursor ?? null) === null && tracks.length > 0)
  const asked = isAll || !origin.list ? null : askForList(origin.list, { seed })
  const page = (await asked?.catch(() => null)) ?? null
  const order = page?.items.filter(({ available }) => available) ?? tracks
  if (order.length === 0) return false
  usePlayer.setState({ isShuffled: true })
  supplyFrom(page ? { ...origin, cursor: page.nextCursor, after: undefined, isPart: true } : origin)
  const queue = queueOf(order, 0, usePlayer.getState().queue.nextKey)
  const entries = page ? queue.entries : shuffled(queue.entries, seed)
  playQueue({ ...queue, entries, seed })
  return true
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
  const { source, from } = usePlayer.getState().supply
  supplyFrom({ source, from })
  usePlayer.setState(({ queue }) => ({ queue: withoutUpcoming(queue) }))
}

/** Stops the music and empties the queue, as at a sign-out. */
export function stop(): void {
  supplyFrom({})
  forgetWarmLinks()
  halt(emptyQueue())
}
