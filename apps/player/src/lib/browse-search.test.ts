import { expect, test } from 'vitest'
import { albumSorts, parseBrowseSearch } from './browse-search.ts'

test('reads what an address says', () => {
  expect(parseBrowseSearch({ q: 'low tide', sort: 'popular' }, albumSorts)).toEqual({
    q: 'low tide',
    sort: 'popular',
  })
})

test.each([{ q: ' ', sort: 'toString' }, { q: 1, sort: ['title'] }, {}])(
  'leaves out of %j what makes no sense',
  (raw) => {
    expect(parseBrowseSearch(raw, albumSorts)).toEqual({})
  },
)

test('cuts what the server would refuse for its length', () => {
  expect(parseBrowseSearch({ q: 'a'.repeat(300) }, albumSorts).q).toHaveLength(200)
})
