import { expect, test } from 'vitest'
import type { PlaylistEntry } from '../../lib/playlist.ts'
import { anchorOf, withGroupAfter } from './group-moved.ts'

const entries = [...'ABCDEF'].map((entryId) => ({ entryId }) as unknown as PlaylistEntry)

/** The order after one of a group was carried somewhere. */
function carried(group: string, from: number, to: number): string {
  const ids = new Set(group)
  return withGroupAfter(entries, ids, anchorOf(entries, ids, from, to))
    .map(({ entryId }) => entryId)
    .join('')
}

test.each([
  ['BE', 1, 5, 'ACDFBE'],
  ['BE', 4, 0, 'BEACDF'],
  ['BE', 1, 2, 'ACBEDF'],
  ['BE', 4, 3, 'ACBEDF'],
  ['AB', 0, 3, 'CDABEF'],
  ['AF', 5, 2, 'BAFCDE'],
  ['ABCDEF', 0, 5, 'ABCDEF'],
])('%j carried from place %i to %i comes together: %j', (group, from, to, expected) => {
  expect(carried(group, from, to)).toBe(expected)
})
