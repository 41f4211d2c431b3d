import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  append,
  continueWith,
  currentEntry,
  emptyQueue,
  following,
  hasFollowing,
  insertNext,
  moveEntry,
  moveNext,
  queueOf,
  removeEntries,
  toEntry,
  toNext,
  toNextOf,
  toPrevious,
  upcomingCount,
  withoutUpcoming,
  withRestored,
  type Queue,
  type Repeat,
} from './queue.ts'
import { withOwnOrder, withShuffledRest } from './queue-order.ts'

const items = (queue: Queue<string>) => queue.entries.map(({ item }) => item).join('')
const keyOf = (queue: Queue<string>, item: string) =>
  queue.entries.find((entry) => entry.item === item)?.key ?? -1

test('plays a list from the chosen item on', () => {
  const queue = queueOf(['a', 'b', 'c'], 1)
  expect(currentEntry(queue)?.item).toBe('b')
  expect(upcomingCount(queue)).toBe(1)
})

test('goes on to the next and back, and no further than the ends', () => {
  const first = queueOf(['a', 'b'], 0)
  const second = toNext(first)
  expect(second && currentEntry(second)?.item).toBe('b')
  expect(second && toNext(second)).toBeNull()
  expect(second && toPrevious(second)?.position).toBe(0)
  expect(toPrevious(first)).toBeNull()
  expect(toNext(emptyQueue())).toBeNull()
})

test('finds the next of a kind, from the start again where all is repeated', () => {
  const queue = queueOf(['A', 'b', 'c', 'D', 'e'], 1)
  const found = (of: Queue<string>, repeat: Repeat) =>
    toNextOf(of, (item) => item === item.toUpperCase(), repeat)?.position ?? null
  expect(found(queue, 'off')).toBe(3)
  expect(found(toEntry(queue, keyOf(queue, 'e')), 'off')).toBeNull()
  expect(found(toEntry(queue, keyOf(queue, 'e')), 'all')).toBe(0)
  expect(found(queueOf(['A', 'b'], 0), 'all')).toBeNull()
})

test('adds to the end, or right behind what plays', () => {
  const queue = queueOf(['a', 'b'], 0)
  expect(items(append(queue, ['x', 'y']))).toBe('abxy')
  expect(items(insertNext(queue, ['x', 'y']))).toBe('axyb')
})

test('makes the first item added to an empty queue the current one', () => {
  expect(currentEntry(append(emptyQueue<string>(), ['a', 'b']))?.item).toBe('a')
  expect(append(emptyQueue<string>(), []).position).toBe(-1)
})

test('goes to the entry behind when the current one is taken out', () => {
  const queue = queueOf(['a', 'b', 'c'], 1)
  expect(currentEntry(removeEntries(queue, new Set([keyOf(queue, 'b')])))?.item).toBe('c')
  const last = queueOf(['a', 'b'], 1)
  expect(currentEntry(removeEntries(last, new Set([keyOf(last, 'b')])))?.item).toBe('a')
  const only = queueOf(['a'], 0)
  expect(removeEntries(only, new Set([keyOf(only, 'a')])).position).toBe(-1)
})

test('puts back what was taken out, also after what plays has changed', () => {
  const queue = queueOf([...'abcdef'], 1)
  const keys = (letters: string) => new Set([...letters].map((each) => keyOf(queue, each)))
  for (const taken of ['c', 'ab', 'ef', 'abcdef', 'bd']) {
    const rest = removeEntries(queue, keys(taken))
    expect(items(withRestored(rest, queue))).toBe('abcdef')
    expect(currentEntry(withRestored(rest, queue))?.item).toBe(
      currentEntry(rest)?.item ?? currentEntry(queue)?.item,
    )
  }
  const moved = append(removeEntries(queue, keys('cd')), ['X'])
  expect(items(withRestored(moved, queue))).toBe('abcdefX')
})

test('puts entries next in their order, and leaves what plays alone', () => {
  const queue = queueOf([...'abcdef'], 2)
  const keys = new Set(['f', 'a', 'c'].map((each) => keyOf(queue, each)))
  expect(items(moveNext(queue, keys))).toBe('bcafde')
  expect(currentEntry(moveNext(queue, keys))?.item).toBe('c')
})

test('clears what follows and keeps what plays', () => {
  const queue = queueOf(['a', 'b', 'c', 'd'], 1)
  expect(items(withoutUpcoming(queue))).toBe('ab')
  expect(currentEntry(withoutUpcoming(queue))).toEqual(currentEntry(queue))
  expect(withoutUpcoming(emptyQueue())).toEqual(emptyQueue())
})

test('moves an entry to where it is dropped', () => {
  const queue = queueOf(['a', 'b', 'c', 'd'], 0)
  expect(items(moveEntry(queue, keyOf(queue, 'd'), 1))).toBe('adbc')
  expect(items(moveEntry(queue, keyOf(queue, 'a'), 99))).toBe('bcda')
  expect(items(moveEntry(queue, 404, 0))).toBe('abcd')
})

test('moves entries that go along beside it, in their order', () => {
  const queue = queueOf([...'abcdef'], 1)
  const moved = (letters: string, carried: string, to: number) => {
    const along = new Set([...letters].map((each) => keyOf(queue, each)))
    const after = moveEntry(queue, keyOf(queue, carried), to, along)
    expect(currentEntry(after)?.item).toBe('b')
    return items(after)
  }
  expect(moved('be', 'b', 5)).toBe('acdfbe')
  expect(moved('be', 'e', 0)).toBe('beacdf')
  expect(moved('be', 'b', 2)).toBe('acbedf')
  expect(moved('af', 'f', 2)).toBe('bafcde')
  expect(moved('abcdef', 'a', 5)).toBe('abcdef')
})

test('keeps one item apart from itself when it stands in the queue twice', () => {
  const queue = queueOf(['a', 'a'], 0)
  const second = queue.entries[1]
  expect(second && toEntry(queue, second.key).position).toBe(1)
})

test('plays nothing, everything or the same once more at the end', () => {
  const end = queueOf(['a', 'b'], 1)
  expect(following(end, 'off')).toBeNull()
  expect(following(end, 'all')?.position).toBe(0)
  expect(following(end, 'one')).toBe(end)
  for (const repeat of ['off', 'all', 'one'] as const) {
    expect(following(emptyQueue(), repeat)).toBeNull()
    expect(hasFollowing(emptyQueue(), repeat)).toBe(false)
  }
})

test('has a new order for each round of a shuffled list, and the same each time it is asked', () => {
  const end = { ...queueOf([...'abcdefgh'], 7), seed: 5 }
  const round = following(end, 'all')
  expect(round).toEqual(following(end, 'all'))
  expect(round && items(round)).not.toBe('abcdefgh')
  expect(round && [...items(round)].toSorted().join('')).toBe('abcdefgh')
  const again = round && following({ ...round, position: 7 }, 'all')
  expect(again && items(again)).not.toBe(round && items(round))
})

test('does not begin a round with what ended the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.nat(), (length, seed) => {
      const end = {
        ...queueOf(
          Array.from({ length }, (_, at) => at),
          length - 1,
        ),
        seed,
      }
      const first = following(end, 'all')
      expect(first && currentEntry(first)?.item).not.toBe(length - 1)
    }),
  )
})

/** One change of any kind, by numbers that fit any queue. */
const step = fc.record({ change: fc.nat(9), at: fc.nat(99), to: fc.nat(20), seed: fc.nat() })

test('survives any order of changes: keys stay unique, nothing is lost, what plays stays', () => {
  fc.assert(
    fc.property(fc.nat(4), fc.nat(4), fc.array(step, { maxLength: 40 }), (count, start, steps) => {
      let queue = queueOf([...'abcd'].slice(0, count), start)
      for (const { change, at, to, seed } of steps) {
        const before = queue
        const key = queue.entries[at % (queue.entries.length || 1)]?.key ?? -1
        const added = Array.from({ length: to % 3 }, () => 'x')
        const repeat: Repeat = (['off', 'all', 'one'] as const)[to % 3] ?? 'off'
        queue = changed(queue, change, { key, added, to: to - 2, seed, repeat })

        const grown = change < 3 ? added.length : 0
        const shrunk = change === 4 && key >= 0 ? 1 : 0
        expect(queue.entries).toHaveLength(before.entries.length + grown - shrunk)
        expect(new Set(queue.entries.map((entry) => entry.key)).size).toBe(queue.entries.length)
        expect(queue.entries.every((entry) => entry.key < queue.nextKey)).toBe(true)
        expect(queue.position >= 0).toBe(queue.entries.length > 0)
        expect(queue.position).toBeLessThan(Math.max(queue.entries.length, 1))
        const playing = currentEntry(before)
        const stays = playing && change < 7 && !(change === 4 && key === playing.key)
        expect(stays ? currentEntry(queue) : playing).toEqual(playing)
      }
    }),
  )
})

interface Change {
  key: number
  added: string[]
  to: number
  seed: number
  repeat: Repeat
}

function changed(queue: Queue<string>, change: number, by: Change): Queue<string> {
  const { key, added, to, seed, repeat } = by
  const changes = [
    () => append(queue, added),
    () => insertNext(queue, added),
    () => continueWith(queue, added),
    () => moveEntry(queue, key, to, new Set([key + 1, key + 3])),
    () => removeEntries(queue, new Set([key])),
    () => withShuffledRest(queue, seed),
    () => withOwnOrder(queue),
    () => following(queue, repeat) ?? queue,
    () => toPrevious(queue) ?? queue,
    () => toEntry(queue, key),
  ]
  return changes[change]?.() ?? queue
}
