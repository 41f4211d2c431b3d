import { expect, test } from 'vitest'
import { parseUserSearch, userFilter } from './user-search.ts'

test('reads a search and its filters from an address', () => {
  const given = { q: '하늘', role: 'admin', state: 'active', sort: 'lastSeen' } as const
  expect(parseUserSearch(given)).toEqual(given)
  expect(userFilter(given)).toMatchObject({ role: 'admin', disabled: false })
})

test('leaves out what makes no sense', () => {
  const given = { q: ['x'], role: 'owner', state: 'all', sort: 'evil' }
  expect(parseUserSearch(given)).toEqual({})
  expect(userFilter({}).disabled).toBeUndefined()
})
