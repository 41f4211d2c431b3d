import { expect, test } from 'vitest'
import { pagesWithout, type CachedRows } from './pages-without.ts'

const rows = (ids: string) => ({ items: [...ids].map((id) => ({ track: { id } })) })
const page = (offset: number, ids: string): CachedRows => [
  ['favorites', { input: { offset, limit: 3 } }],
  rows(ids),
]
const idsOf = (changed: CachedRows[]) =>
  changed.map(([, { items }]) => items.map(({ track }) => track.id).join(''))

test('moves the rows behind it up, over the pages that adjoin', () => {
  const lists = [page(6, 'ghi'), page(0, 'abc'), page(3, 'def'), page(12, 'mno')]
  expect(idsOf(pagesWithout(lists, 'b'))).toEqual(['acd', 'efg', 'hi'])
  expect(idsOf(pagesWithout(lists, 'm'))).toEqual(['no'])
})

test('takes it out of a list that is no page, and leaves what has it not', () => {
  const short: CachedRows = [['favorites', { input: { limit: 12 } }], rows('xyb')]
  expect(idsOf(pagesWithout([short, page(0, 'abc')], 'b'))).toEqual(['xy', 'ac'])
  expect(pagesWithout([short, page(0, 'ac')], 'q')).toEqual([])
})
