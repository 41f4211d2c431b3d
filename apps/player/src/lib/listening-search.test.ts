import { expect, test } from 'vitest'

import { beginOf, parseListeningSearch } from './listening-search.ts'

test('reads the span of an address, and leaves out what is none', () => {
  expect(parseListeningSearch({ span: 'week' })).toEqual({ span: 'week' })
  for (const span of ['century', '', 7, ['week'], undefined])
    expect(parseListeningSearch({ span })).toEqual({})
})

test('begins spans at the midnight of their first day, over the ends of months and years', () => {
  const now = new Date(2026, 0, 3, 15, 30)
  expect(beginOf('week', now)).toBe(new Date(2025, 11, 28).toISOString())
  expect(beginOf('month', now)).toBe(new Date(2025, 11, 5).toISOString())
  expect(beginOf('year', now)).toBe(new Date(2025, 0, 4).toISOString())
  expect(beginOf('all', now)).toBeUndefined()
})
