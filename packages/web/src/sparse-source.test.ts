import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { lengthBy, loadRows, rowReader, type SparseSource } from './sparse-source.ts'

const pageOf = (count: number, isLast: boolean) => ({
  items: Array.from({ length: count }, (_, at) => at),
  nextCursor: isLast ? null : 'more',
})

test('takes the length from a page that is the last, or that says there is more', () => {
  expect(lengthBy(120, [[1, pageOf(50, false)]])).toBe(120)
  expect(lengthBy(100, [[1, pageOf(50, false)]])).toBe(101)
  expect(lengthBy(120, [[2, pageOf(19, true)]])).toBe(119)
  expect(lengthBy(1, [[0, pageOf(2, true)]])).toBe(2)
  expect(lengthBy(3, [[0, pageOf(0, true)]])).toBe(0)
  expect(lengthBy(120, [[2, undefined]])).toBe(120)
})

const asked: number[] = []
const source: SparseSource<number> = {
  page: ({ offset, limit }) => ({
    queryKey: ['numbers', offset],
    async queryFn() {
      asked.push(offset)
      return { items: Array.from({ length: limit }, (_, at) => offset + at), nextCursor: 'more' }
    },
  }),
  count: { queryKey: ['count'], queryFn: () => Promise.resolve({ count: 1000 }) },
}

test('loads rows over the borders of pages, and reads those that have come', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  expect(await loadRows(client, source, 48, 102)).toEqual(
    Array.from({ length: 55 }, (_, at) => 48 + at),
  )
  expect(asked).toEqual([0, 50, 100])
  const at = rowReader(client, source)
  expect([at(0), at(149), at(150)]).toEqual([0, 149, undefined])
  await loadRows(client, source, 60, 60)
  expect(asked).toHaveLength(3)
})
