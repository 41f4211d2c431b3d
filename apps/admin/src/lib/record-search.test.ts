import { expect, test } from 'vitest'
import { endOfDay, startOfDay } from './day.ts'
import { parseRecordSearch, recordFilter } from './record-search.ts'

const id = '019a7f2e-0000-7000-8000-000000000001'

test('reads filters from an address', () => {
  const given = { q: 'tide', user: id, track: id, from: '2026-01-01', to: '2026-02-01' }
  expect(parseRecordSearch({ ...given, sort: 'oldest' })).toEqual({ ...given, sort: 'oldest' })
})

test('leaves out what makes no sense', () => {
  const given = { q: ' ', user: 'me', track: 7, from: '2026-13-01', to: 'now', sort: 'evil' }
  expect(parseRecordSearch(given)).toEqual({})
})

test('asks for whole days as the browser counts them', () => {
  expect(recordFilter({ user: id, from: '2026-01-01', to: '2026-01-01' })).toEqual({
    userId: id,
    from: startOfDay('2026-01-01'),
    to: endOfDay('2026-01-01'),
  })
})
