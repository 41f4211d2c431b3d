import { expect, test } from 'vitest'
import type { PlaylistEntry } from '../../lib/playlist.ts'
import { withRestored } from './restored.ts'

const entriesOf = (letters: string) =>
  [...letters].map((entryId) => ({ entryId }) as unknown as PlaylistEntry)
const restored = (now: string, before: string, gone: string) =>
  withRestored(entriesOf(now), entriesOf(before), new Set(gone))
    .map(({ entryId }) => entryId)
    .join('')

test.each([
  ['BD', 'ABCDE', 'ACE', 'ABCDE'],
  ['', 'ABC', 'ABC', 'ABC'],
  ['DB', 'ABCD', 'AC', 'ADBC'],
  ['AXC', 'ABC', 'B', 'ABXC'],
  ['ABC', 'ABC', 'B', 'ABC'],
])('of %j, which were %j, with %j put back, makes %j', (now, before, gone, expected) => {
  expect(restored(now, before, gone)).toBe(expected)
})
