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
  moveNext,
  removeEntries,
  toEntry,
  withoutUpcoming,
  withRestored,
  type Queue,
} from './queue.ts'
import { newSeed, shuffled } from './shuffle.ts'
import { supplyFrom, type PlayOrigin, type Supply } from './supply.ts'

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
  // A mix is by chance already: an album that is played after it keeps its order.
  if (origin.source?.kind !== 'radio') usePlayer.setState({ isShuffled: true })
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

/** Puts an entry in another place of the queue, and others beside it that go along. */
export function moveInQueue(key: number, index: number, along?: ReadonlySet<number>): void {
  usePlayer.setState(({ queue }) => ({ queue: moveEntry(queue, key, index, along) }))
}

/** Puts entries right behind the one that plays. */
export function moveNextInQueue(keys: ReadonlySet<number>): void {
  usePlayer.setState(({ queue }) => ({ queue: moveNext(queue, keys) }))
}

/**
 * Takes entries out; where one of them was playing, what follows it plays on.
 * @returns what puts them back
 */
export function removeFromQueue(keys: ReadonlySet<number>): () => void {
  const { queue, isPlaying } = usePlayer.getState()
  const current = currentEntry(queue)
  const rest = removeEntries(queue, keys)
  const hasNext = queue.entries.slice(queue.position + 1).some(({ key }) => !keys.has(key))
  if (!current || !keys.has(current.key)) usePlayer.setState({ queue: rest })
  else if (hasNext && isPlaying) playQueue(rest)
  else halt(rest)
  return undoOf(queue)
}

/**
 * Takes out all that is still to come. What plays goes on to its end.
 * @returns what puts it back
 */
export function clearUpcoming(): () => void {
  const { queue, supply } = usePlayer.getState()
  const { source, from } = supply
  supplyFrom({ source, from })
  usePlayer.setState({ queue: withoutUpcoming(queue) })
  return undoOf(queue, supply)
}

/** Puts back what a queue has lost since, unless something else was begun. */
function undoOf(before: Queue<Track>, supply?: Supply): () => void {
  const { startedAt } = usePlayer.getState().supply
  return () => {
    if (usePlayer.getState().supply.startedAt !== startedAt) return
    usePlayer.setState(({ queue }) => ({
      queue: withRestored(queue, before),
      ...(supply && { supply }),
    }))
  }
}

/** Stops the music and empties the queue, as at a sign-out. */
export function stop(): void {
  supplyFrom({})
  halt(emptyQueue())
}
