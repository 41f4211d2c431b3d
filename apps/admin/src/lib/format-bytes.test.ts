import { expect, test } from 'vitest'
import { formatBytes } from './format-bytes.ts'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KB'],
  [840_000, '840 KB'],
  [999_999, '1.0 MB'],
  [4_234_000, '4.2 MB'],
  [5_368_709_120, '5.4 GB'],
])('shows %i bytes as %s', (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown)
})
