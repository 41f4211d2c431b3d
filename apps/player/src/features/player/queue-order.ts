import { byKey, currentEntry, type Queue, type QueueEntry } from './queue.ts'
import { shuffled } from './shuffle.ts'

/**
 * The current entry stays, and so does what was played and what was added by hand; all the rest of
 * the list follows in the order of the seed, also what stood above without having had its turn.
 */
export function withShuffledRest<Item>(queue: Queue<Item>, seed: number): Queue<Item> {
  const { above, added, list } = partsOf(queue)
  const played = above.filter(({ wasPlayed, isAdded }) => wasPlayed || isAdded)
  const isPlayed = new Set(played)
  const rest = shuffled(list.filter((entry) => !isPlayed.has(entry)).toSorted(byKey), seed)
  return around(queue, played, [...added, ...rest], seed)
}

/** The list in its own order around the current entry; what was added by hand comes right next. */
export function withOwnOrder<Item>(queue: Queue<Item>): Queue<Item> {
  const { above, added, list } = partsOf(queue)
  const current = currentEntry(queue)
  // What was added by hand has no place in the list: the last of the list before it has.
  const anchor = current?.isAdded ? above.findLast(({ isAdded }) => !isAdded) : current
  const from = anchor?.key ?? 0
  const before = [...above.filter(({ isAdded }) => isAdded), ...list.filter((e) => e.key <= from)]
  const rest = list.filter(({ key }) => key > from).toSorted(byKey)
  return around(queue, before.toSorted(byKey), [...added, ...rest], null)
}

/**
 * What stays of a queue whose list comes in another order: what was played, the current entry and
 * what was added by hand.
 */
export function withoutList<Item>(queue: Queue<Item>, seed: number | null): Queue<Item> {
  const { above, added } = partsOf(queue)
  const played = above.filter(({ wasPlayed, isAdded }) => wasPlayed || isAdded)
  return around(queue, played, added, seed)
}

const keptAbove = 200

/** Lets go of what stands far above the current entry, in queues that go on and on. */
export function withoutOldest<Item>(queue: Queue<Item>): Queue<Item> {
  const extra = queue.position - keptAbove
  if (extra < keptAbove / 2) return queue
  return { ...queue, entries: queue.entries.slice(extra), position: keptAbove }
}

/** What stands above the current entry, what was added below it, and the list around it. */
function partsOf<Item>({ entries, position }: Queue<Item>) {
  const below = entries.slice(position + 1)
  return {
    above: entries.slice(0, Math.max(position, 0)),
    added: below.filter(({ isAdded }) => isAdded),
    list: entries.filter(({ isAdded }, index) => index !== position && !isAdded),
  }
}

function around<Item>(
  queue: Queue<Item>,
  before: readonly QueueEntry<Item>[],
  after: readonly QueueEntry<Item>[],
  seed: number | null,
): Queue<Item> {
  const current = currentEntry(queue)
  if (!current) return { ...queue, seed }
  return { ...queue, entries: [...before, current, ...after], position: before.length, seed }
}
