import { expect, test } from 'vitest'
import { placeOf, shiftOf, withMoved } from './reorder.ts'

test('makes room at the place that a row is carried to', () => {
  const down = { from: 1, to: 3, carriedBy: 110 }
  expect([0, 1, 2, 3, 4].map((index) => shiftOf(index, down, 60))).toEqual([0, 110, -60, -60, 0])
  const up = { from: 3, to: 1, carriedBy: null }
  expect([0, 1, 2, 3, 4].map((index) => shiftOf(index, up, 60))).toEqual([0, 60, 60, -120, 0])
  expect(shiftOf(2, null, 60)).toBe(0)
})

test('puts a row down at the nearest place there is', () => {
  expect(placeOf(1, 29, 60, 4)).toBe(1)
  expect(placeOf(1, 31, 60, 4)).toBe(2)
  expect(placeOf(1, 10_000, 60, 4)).toBe(4)
  expect(placeOf(1, -10_000, 60, 4)).toBe(0)
})

test('moves an item in a copy of the list', () => {
  const list = ['a', 'b', 'c', 'd']
  expect(withMoved(list, 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(withMoved(list, 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(list).toEqual(['a', 'b', 'c', 'd'])
})
