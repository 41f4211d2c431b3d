import { expect, test } from 'vitest'
import { inChunks } from './in-chunks.ts'

test('sends no more at once than the server takes, in order, and adds up what changed', async () => {
  const sent: number[][] = []
  const change = async (items: number[]) => {
    sent.push(items)
    return { count: items.length - 1 }
  }
  const items = Array.from({ length: 1001 }, (_, index) => index)
  expect(await inChunks(items, change)).toBe(998)
  expect(sent.map(({ length }) => length)).toEqual([500, 500, 1])
  expect(sent.flat()).toEqual(items)
})
