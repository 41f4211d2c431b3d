import { expect, test } from 'vitest'
import { append, currentEntry, insertNext, queueOf, toNext, type Queue } from './queue.ts'
import { withOwnOrder, withShuffledRest } from './queue-order.ts'

const letters = [...'abcdefghij']
const items = (queue: Queue<string>) => queue.entries.map(({ item }) => item).join('')
const upcoming = ({ entries, position }: Queue<string>) =>
  entries.slice(position + 1).map(({ item }) => item)

function walk(queue: Queue<string>, steps: number): Queue<string> {
  return steps === 0 ? queue : walk(toNext(queue) ?? queue, steps - 1)
}

test('keeps what plays and brings all the rest of the list in another order', () => {
  const queue = withShuffledRest(queueOf(letters, 3), 7)
  expect(currentEntry(queue)?.item).toBe('d')
  expect(queue.position).toBe(0)
  expect(upcoming(queue).toSorted().join('')).toBe('abcefghij')
  expect(upcoming(queue).join('')).not.toBe('abcefghij')
  expect(items(withShuffledRest(queueOf(letters, 3), 7))).toBe(items(queue))
  expect(items(withShuffledRest(queueOf(letters, 3), 8))).not.toBe(items(queue))
})

test('does not bring again what was played, and leaves it above', () => {
  const queue = withShuffledRest(walk(queueOf(letters, 2), 2), 1)
  expect(items(queue).slice(0, 3)).toBe('cde')
  expect(upcoming(queue).toSorted().join('')).toBe('abfghij')
})

test('goes back to the own order of the list behind the track that plays', () => {
  const queue = walk(withShuffledRest(queueOf(letters, 0), 3), 4)
  const current = currentEntry(queue)?.item ?? ''
  const back = withOwnOrder(queue)
  expect(currentEntry(back)?.item).toBe(current)
  expect(items(back)).toBe('abcdefghij')
  expect(back.seed).toBeNull()
})

test('leaves what was put next by hand right behind what plays', () => {
  const queue = append(insertNext(queueOf(letters, 0), ['X']), ['Y'])
  const shuffled = withShuffledRest(queue, 9)
  expect(upcoming(shuffled).slice(0, 2)).toEqual(['X', 'Y'])
  expect(items(withOwnOrder(shuffled))).toBe('aXYbcdefghij')
  expect(items(withOwnOrder(walk(shuffled, 1)))).toBe('aXYbcdefghij')
})
