import { expect, test } from 'vitest'
import { daySpan, parseListeningSearch } from './listening-search.ts'

test('reads a span or a year, and leaves out what makes no sense', () => {
  expect(parseListeningSearch({ span: 'week' })).toEqual({ span: 'week' })
  expect(parseListeningSearch({ span: 'week', year: '2025' })).toEqual({ year: 2025 })
  for (const raw of [{ span: 'decade' }, { year: '12' }, { year: '2025.5' }, { year: 'x' }, {}])
    expect(parseListeningSearch(raw)).toEqual({})
})

const now = new Date(2026, 2, 1, 15, 30)

test('begins a span at the midnight of its first day', () => {
  expect(daySpan({ span: 'week' }, now)).toEqual({ from: new Date(2026, 1, 23) })
  expect(daySpan({ span: 'month' }, now)).toEqual({ from: new Date(2026, 0, 31) })
  expect(daySpan({ span: 'year' }, now)).toEqual({ from: new Date(2025, 2, 2) })
  expect(daySpan({}, now)).toEqual({})
})

test('takes a year from its first midnight to that of the next', () => {
  expect(daySpan({ year: 2025 }, now)).toEqual({
    from: new Date(2025, 0, 1),
    to: new Date(2026, 0, 1),
  })
})
