import { expect, test } from 'vitest'
import { areNear, pagesAround } from './sparse-pages.ts'

test('asks for the pages of the rows in sight, and for the next where its rows are near', () => {
  expect(pagesAround(0, 10, 100_000)).toEqual([0])
  expect(pagesAround(0, 31, 100_000)).toEqual([0, 1])
  expect(pagesAround(50_060, 50_075, 100_000)).toEqual([1000, 1001])
})

test('asks for no page beyond the list', () => {
  expect(pagesAround(99_980, 99_999, 100_000)).toEqual([1999])
  expect(pagesAround(5000, 5010, 60)).toEqual([1])
  expect(pagesAround(0, 20, 0)).toEqual([0])
})

test('tells a scroll from a jump', () => {
  expect(areNear([3, 4], [5])).toBe(true)
  expect(areNear([3, 4], [2])).toBe(true)
  expect(areNear([3, 4], [6])).toBe(false)
})
