import { expect, test } from 'vitest'
import { parseTrackSearch } from './track-search.ts'

test('reads a search and its order from an address', () => {
  expect(parseTrackSearch({ q: '파도', sort: 'title' })).toEqual({ q: '파도', sort: 'title' })
})

test('leaves out what makes no sense', () => {
  expect(parseTrackSearch({ q: ' ', sort: 'relevance', page: '2' })).toEqual({})
  expect(parseTrackSearch({ q: 7, sort: 'evil' })).toEqual({})
})
