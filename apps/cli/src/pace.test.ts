import { expect, it } from 'vitest'

import { formatBytes, formatDuration, Pace } from './pace.ts'
import { describe as describeProgress } from './progress.ts'

it('measures how fast it goes now, not how fast it went', () => {
  const pace = new Pace()
  expect(pace.bytesPerSecond).toBe(0)
  for (let second = 0; second <= 10; second++) pace.add(second * 1_000_000, second * 1000)
  expect(pace.bytesPerSecond).toBe(1_000_000)
  for (let second = 11; second <= 40; second++)
    pace.add(10_000_000 + (second - 10) * 1000, second * 1000)
  expect(pace.bytesPerSecond).toBe(1000)
})

it('tells what is done, how fast it goes and how long it will take', () => {
  const pace = new Pace()
  pace.add(0, 0)
  pace.add(2_000_000, 1000)
  const done = { files: 3, bytes: 2_000_000 }
  const total = { files: 40, bytes: 1_202_000_000 }
  expect(describeProgress(done, total, pace)).toBe(
    '3 of 40 files, 2.0 MB of 1.2 GB, 2.0 MB/s, 10 min left',
  )
})

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.5 kB'],
  [34_000_000, '34 MB'],
  [5e15, '5000 TB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

it.each([
  [0.2, '1 s'],
  [90, '2 min'],
  [7500, '2 h 5 min'],
  [Infinity, '-'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})
