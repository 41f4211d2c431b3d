import { expect, test } from 'vitest'
import { decadesOf, isNarrowed, listInput, parseTrackSearch, pressedHead } from './track-search.ts'

test('reads a search, its filters and its order from an address', () => {
  const raw = { q: '밤', genre: 'Jazz', decade: '1990', sort: 'popular' }
  expect(parseTrackSearch(raw)).toEqual({
    q: '밤',
    genre: 'Jazz',
    decade: 1990,
    sort: 'popular',
  })
})

test('leaves out what makes no sense', () => {
  const raw = { q: '  ', genre: 7, decade: 'x', sort: 'evil', page: '3' }
  expect(parseTrackSearch(raw)).toEqual({})
  expect(parseTrackSearch({ sort: 'relevance' })).toEqual({})
  expect(parseTrackSearch({ q: 'x'.repeat(999) }).q).toHaveLength(200)
})

test('asks the server for the ten years of a decade', () => {
  expect(listInput({ q: 'a', decade: 1990 })).toEqual({ q: 'a', yearFrom: 1990, yearTo: 1999 })
  expect(listInput({})).toEqual({})
})

test('tells a narrowed list from the whole one', () => {
  expect(isNarrowed({ sort: 'title' })).toBe(false)
  expect(isNarrowed({ genre: 'Jazz' })).toBe(true)
})

test('offers the decades between the first and the last year', () => {
  expect(decadesOf(1987, 2011)).toEqual([2010, 2000, 1990, 1980])
  expect(decadesOf(null, null)).toEqual([])
})

test('keeps a direction only where it is not the usual one', () => {
  expect(parseTrackSearch({ sort: 'title', direction: 'desc' })).toEqual({
    sort: 'title',
    direction: 'desc',
  })
  expect(parseTrackSearch({ sort: 'title', direction: 'asc' })).toEqual({ sort: 'title' })
  expect(parseTrackSearch({ sort: 'popular', direction: 'up' })).toEqual({ sort: 'popular' })
  expect(listInput({ sort: 'title', direction: 'desc' })).toEqual({
    sort: 'title',
    direction: 'desc',
  })
})

test('turns an order round by a second press on its head, and back by a third', () => {
  const first = pressedHead({}, 'title')
  expect(first).toEqual({ sort: 'title', direction: undefined })
  const second = pressedHead(first, 'title')
  expect(second).toEqual({ sort: 'title', direction: 'desc' })
  expect(pressedHead(second, 'title')).toEqual(first)
  expect(pressedHead({}, 'newest')).toEqual({ sort: undefined, direction: 'asc' })
})
