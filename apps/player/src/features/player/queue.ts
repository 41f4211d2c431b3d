import { nextSeed, shuffled } from './shuffle.ts'

/** One place in the queue. The same item may stand in many; the key tells them apart. */
export interface QueueEntry<Item> {
  key: number
  item: Item
  /** Put there by hand, and not with the list that is played. */
  isAdded?: boolean
  /** It was the current one, and is no more. */
  wasPlayed?: boolean
}

/** What plays and what follows. Never changed in place: every function here answers a new one. */
export interface Queue<Item> {
  entries: readonly QueueEntry<Item>[]
  /** Where the current entry stands; -1 while the queue is empty. */
  position: number
  /** The key that the next new entry gets: a list keeps its own order in the keys of its entries. */
  nextKey: number
  /** The shuffle that its list stands in; null while it stands in its own order. */
  seed: number | null
}

/** What comes after the end: nothing, everything from the start, or the same again and again. */
export type Repeat = 'off' | 'all' | 'one'

/** A queue with nothing in it. */
export function emptyQueue<Item>(): Queue<Item> {
  return { entries: [], position: -1, nextKey: 1, seed: null }
}

/**
 * A list to be played from one of its items on.
 * @param keysFrom the first key to give, so that no key of an earlier queue comes back
 */
export function queueOf<Item>(items: readonly Item[], index: number, keysFrom = 1): Queue<Item> {
  const entries = items.map((item, offset) => ({ key: keysFrom + offset, item }))
  const position = Math.min(Math.max(index, 0), entries.length - 1)
  return { entries, position, nextKey: keysFrom + entries.length, seed: null }
}

/** The entry that plays, or is about to. */
export function currentEntry<Item>(queue: Queue<Item>): QueueEntry<Item> | undefined {
  return queue.entries[queue.position]
}

/** How many entries follow the current one. */
export function upcomingCount<Item>(queue: Queue<Item>): number {
  return queue.entries.length - 1 - queue.position
}

/** One entry on, or null at the end. */
export function toNext<Item>(queue: Queue<Item>): Queue<Item> | null {
  return upcomingCount(queue) > 0 ? goTo(queue, queue.position + 1) : null
}

/**
 * What plays once the current entry is over, or null where the music ends. The same queue always
 * has the same answer, so that what is prepared is what plays.
 */
export function following<Item>(queue: Queue<Item>, repeat: Repeat): Queue<Item> | null {
  if (repeat === 'one') return currentEntry(queue) ? queue : null
  // It is asked for again and again while the music plays, and long queues are copied for it.
  const known = followers.get(queue)
  if (known?.repeat === repeat) return known.next as Queue<Item> | null
  const next = toNext(queue) ?? (repeat === 'all' ? toNextRound(queue) : null)
  followers.set(queue, { repeat, next })
  return next
}

const followers = new WeakMap<object, { repeat: Repeat; next: object | null }>()

/** Something would follow; cheap, however long the queue is. */
export function hasFollowing<Item>(queue: Queue<Item>, repeat: Repeat): boolean {
  return upcomingCount(queue) > 0 || (repeat !== 'off' && queue.entries.length > 0)
}

/** The next entry with such an item, or null; where all is repeated, also from the start again. */
export function toNextOf<Item>(
  queue: Queue<Item>,
  isWanted: (item: Item) => boolean,
  repeat: Repeat,
): Queue<Item> | null {
  const behind = queue.entries.slice(queue.position + 1)
  const others = repeat === 'off' ? behind : [...behind, ...queue.entries.slice(0, queue.position)]
  const wanted = others.find(({ item }) => isWanted(item))
  return wanted ? toEntry(queue, wanted.key) : null
}

/** Everything once more from the start, in a new order where it was shuffled. */
function toNextRound<Item>(queue: Queue<Item>): Queue<Item> | null {
  const last = currentEntry(queue)
  if (!last) return null
  const unheard = queue.entries.map(({ wasPlayed: _wasPlayed, ...entry }) => entry)
  if (queue.seed === null) return { ...queue, entries: unheard, position: 0 }
  const seed = nextSeed(queue.seed)
  const entries = shuffled(unheard.toSorted(byKey), seed)
  // What has just been heard does not come again at once.
  if (entries[0]?.key === last.key) entries.push(...entries.splice(0, 1))
  return { ...queue, entries, position: 0, seed }
}

/** The order in which entries came to be: a list's own. */
export function byKey(a: { key: number }, b: { key: number }): number {
  return a.key - b.key
}

/** One entry back, or null at the start. */
export function toPrevious<Item>(queue: Queue<Item>): Queue<Item> | null {
  return queue.position > 0 ? goTo(queue, queue.position - 1) : null
}

/** Makes the entry of that key the current one; an unknown key changes nothing. */
export function toEntry<Item>(queue: Queue<Item>, key: number): Queue<Item> {
  const position = queue.entries.findIndex((entry) => entry.key === key)
  return position < 0 || position === queue.position ? queue : goTo(queue, position)
}

/** Puts something else in the place of items; a function that answers the same item keeps it. */
export function changeItems<Item>(queue: Queue<Item>, change: (item: Item) => Item): Queue<Item> {
  const entries = queue.entries.map((entry) => {
    const item = change(entry.item)
    return item === entry.item ? entry : { ...entry, item }
  })
  return { ...queue, entries }
}

/** Puts what follows of the list that is played at the end. */
export function continueWith<Item>(queue: Queue<Item>, items: readonly Item[]): Queue<Item> {
  return insertAt(queue, queue.entries.length, items, {})
}

/** Puts items at the end, by hand. */
export function append<Item>(queue: Queue<Item>, items: readonly Item[]): Queue<Item> {
  return insertAt(queue, queue.entries.length, items, { isAdded: true })
}

/** Puts items right behind the current entry, by hand. */
export function insertNext<Item>(queue: Queue<Item>, items: readonly Item[]): Queue<Item> {
  return insertAt(queue, queue.position + 1, items, { isAdded: true })
}

/**
 * Takes entries out. Where the current one is among them, the first that stays behind it becomes
 * current, or the last one where there is none.
 */
export function removeEntries<Item>(queue: Queue<Item>, keys: ReadonlySet<number>): Queue<Item> {
  const entries = queue.entries.filter(({ key }) => !keys.has(key))
  if (entries.length === queue.entries.length) return queue
  const above = queue.entries.slice(0, Math.max(queue.position, 0))
  const position = above.filter(({ key }) => !keys.has(key)).length
  return { ...queue, entries, position: Math.min(position, entries.length - 1) }
}

/** Puts what was taken out back to where it was: behind what stood before it. */
export function withRestored<Item>(queue: Queue<Item>, before: Queue<Item>): Queue<Item> {
  const here = new Set(queue.entries.map(({ key }) => key))
  const behind = new Map<number, QueueEntry<Item>[]>()
  let anchor = 0
  for (const entry of before.entries) {
    if (here.has(entry.key)) anchor = entry.key
    else if (!behind.get(anchor)?.push(entry)) behind.set(anchor, [entry])
  }
  const entries = [
    ...(behind.get(0) ?? []),
    ...queue.entries.flatMap((entry) => [entry, ...(behind.get(entry.key) ?? [])]),
  ]
  const current = currentEntry(queue) ?? currentEntry(before)
  const position = entries.findIndex(({ key }) => key === current?.key)
  return { ...queue, entries, position, nextKey: Math.max(queue.nextKey, before.nextKey) }
}

/** Puts entries right behind the current one, in their order. */
export function moveNext<Item>(queue: Queue<Item>, keys: ReadonlySet<number>): Queue<Item> {
  const current = currentEntry(queue)
  const isMoved = (entry: QueueEntry<Item>) => keys.has(entry.key) && entry !== current
  const others = queue.entries.filter((entry) => !isMoved(entry))
  const position = current ? others.indexOf(current) : -1
  const entries = others.toSpliced(position + 1, 0, ...queue.entries.filter(isMoved))
  return { ...queue, entries, position }
}

/** Takes out all that follows the current entry. */
export function withoutUpcoming<Item>(queue: Queue<Item>): Queue<Item> {
  return { ...queue, entries: queue.entries.slice(0, queue.position + 1) }
}

/**
 * Puts an entry in another place, counted as the list is after it was taken out. Those that go along
 * come beside it, all in their order.
 */
export function moveEntry<Item>(
  queue: Queue<Item>,
  key: number,
  index: number,
  along: ReadonlySet<number> = new Set(),
): Queue<Item> {
  const from = queue.entries.findIndex((entry) => entry.key === key)
  const current = currentEntry(queue)
  if (from < 0 || !current) return queue
  const goes = (entry: QueueEntry<Item>) => entry.key === key || along.has(entry.key)
  const above = queue.entries.slice(0, Math.max(index > from ? index + 1 : index, 0))
  const last = above.findLast((entry) => !goes(entry))
  const others = queue.entries.filter((entry) => !goes(entry))
  const place = last ? others.indexOf(last) + 1 : 0
  const entries = others.toSpliced(place, 0, ...queue.entries.filter(goes))
  return { ...queue, entries, position: entries.indexOf(current) }
}

/** Makes another entry the current one and notes that the one of before had its turn. */
function goTo<Item>(queue: Queue<Item>, position: number): Queue<Item> {
  const left = currentEntry(queue)
  if (!left || left.wasPlayed) return { ...queue, position }
  return {
    ...queue,
    entries: queue.entries.with(queue.position, { ...left, wasPlayed: true }),
    position,
  }
}

function insertAt<Item>(
  queue: Queue<Item>,
  index: number,
  items: readonly Item[],
  marks: Pick<QueueEntry<Item>, 'isAdded'>,
): Queue<Item> {
  const added = items.map((item, offset) => ({ key: queue.nextKey + offset, item, ...marks }))
  return {
    ...queue,
    entries: queue.entries.toSpliced(index, 0, ...added),
    position: queue.position < 0 && added.length > 0 ? 0 : queue.position,
    nextKey: queue.nextKey + added.length,
  }
}
