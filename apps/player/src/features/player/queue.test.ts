import { expect, test } from 'vitest'
import {
  append,
  currentEntry,
  emptyQueue,
  insertNext,
  moveEntry,
  queueOf,
  removeEntry,
  toEntry,
  toNext,
  toPrevious,
  upcomingCount,
  withoutUpcoming,
  type Queue,
} from './queue.ts'

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
  expect(second && toPrevious(second)).toEqual(first)
  expect(toPrevious(first)).toBeNull()
  expect(toNext(emptyQueue())).toBeNull()
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
  expect(currentEntry(removeEntry(queue, keyOf(queue, 'b')))?.item).toBe('c')
  const last = queueOf(['a', 'b'], 1)
  expect(currentEntry(removeEntry(last, keyOf(last, 'b')))?.item).toBe('a')
  const only = queueOf(['a'], 0)
  expect(removeEntry(only, keyOf(only, 'a')).position).toBe(-1)
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

test('keeps one item apart from itself when it stands in the queue twice', () => {
  const queue = queueOf(['a', 'a'], 0)
  const second = queue.entries[1]
  expect(second && toEntry(queue, second.key).position).toBe(1)
})

test('survives any order of changes: keys stay unique, nothing is lost, what plays stays', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = numbers(seed)
    let queue = queueOf(['a', 'b', 'c'].slice(0, random(4)), random(3))
    for (let step = 0; step < 40; step++) {
      const before = queue
      const key = queue.entries[random(queue.entries.length || 1)]?.key ?? -1
      const added = Array.from({ length: random(3) }, () => 'x')
      const change = random(6)
      if (change === 0) queue = append(queue, added)
      else if (change === 1) queue = insertNext(queue, added)
      else if (change === 2) queue = moveEntry(queue, key, random(12) - 2)
      else if (change === 3) queue = removeEntry(queue, key)
      else if (change === 4) queue = toNext(queue) ?? queue
      else queue = toPrevious(queue) ?? queue

      const length = before.entries.length
      const grown = change < 2 ? added.length : 0
      const shrunk = change === 3 && key >= 0 ? 1 : 0
      expect(queue.entries).toHaveLength(length + grown - shrunk)
      expect(new Set(queue.entries.map((entry) => entry.key)).size).toBe(queue.entries.length)
      expect(queue.position >= 0).toBe(queue.entries.length > 0)
      expect(queue.position).toBeLessThan(Math.max(queue.entries.length, 1))
      const playing = currentEntry(before)
      const stays = playing && change < 4 && !(change === 3 && key === playing.key)
      expect(stays ? currentEntry(queue) : playing).toEqual(playing)
    }
  }
})

/** Whole numbers below a bound that follow from a seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
