import { expect, test } from 'vitest'
import { withFavorite } from './with-favorite.ts'

const tide = { id: 'tide', favorite: false, artist: { id: 'tide', name: 'Marlow' } }
const quay = { id: 'quay', favorite: true, artist: { id: 'marlow', name: 'Marlow' } }

test('marks a track in a list and in a list of what has tracks', () => {
  const list = { pages: [{ items: [tide, quay], nextCursor: null }] }
  const marked = withFavorite(list, 'tide', true)
  expect(marked.pages[0]?.items).toEqual([{ ...tide, favorite: true }, quay])
  const plays = { pages: [{ items: [{ playId: 'a', track: quay }] }] }
  expect(withFavorite(plays, 'quay', false).pages[0]?.items[0]?.track.favorite).toBe(false)
})

test('leaves everything else the same object', () => {
  const list = { pages: [{ items: [tide] }, { items: [quay] }], pageParams: [null] }
  expect(withFavorite(list, 'elsewhere', true)).toBe(list)
  expect(withFavorite(list, 'quay', true)).toBe(list)
  const marked = withFavorite(list, 'tide', true)
  expect(marked.pages[1]).toBe(list.pages[1])
  expect(marked.pageParams).toBe(list.pageParams)
})
