import { expect, test } from 'vitest'
import { historyInput, isHistoryNarrowed, parseHistorySearch } from './history-search.ts'

test('reads what makes sense, and leaves out what does not', () => {
  const search = { q: 'low tide', from: '2026-01-31', to: '2026-02-01', whole: true }
  expect(parseHistorySearch({ ...search, whole: 'true' })).toEqual(search)
  for (const day of ['yesterday', '2026-13-01', '2026-02-30', '0026-01-01', '9999-12-31', 5, null])
    expect(parseHistorySearch({ q: ' ', from: day, to: day, whole: 'yes' })).toEqual({})
})

test('asks from the midnight of the first day to the one after the last', () => {
  const input = historyInput({ from: '2026-01-31', to: '2026-01-31', q: ' tide ' })
  expect(input).toEqual({
    q: 'tide',
    from: new Date(2026, 0, 31).toISOString(),
    to: new Date(2026, 1, 1).toISOString(),
  })
  expect(historyInput({ whole: true })).toEqual({ completed: true })
  expect(historyInput({})).toEqual({})
})

test('knows whether anything narrows it down', () => {
  expect(isHistoryNarrowed({})).toBe(false)
  expect(isHistoryNarrowed({ to: '2026-01-31' })).toBe(true)
})
