import { expect, test } from 'vitest'
import { nameOf, topResult, type SearchResults } from './search-results.ts'

function found(names: Partial<Record<keyof SearchResults, string[]>>): SearchResults {
  const items = (kind: keyof SearchResults, key: 'title' | 'name') =>
    (names[kind] ?? []).map((name) => ({ [key]: name })) as never
  return {
    tracks: items('tracks', 'title'),
    artists: items('artists', 'name'),
    albums: items('albums', 'title'),
    playlists: items('playlists', 'name'),
  }
}

const top = (names: Parameters<typeof found>[0], q: string) => {
  const result = topResult(found(names), q)
  return result && [result.kind, nameOf(result)]
}

test('takes what is called just so, whatever its kind', () => {
  const names = { tracks: ['Tides', 'Low Tide'], artists: ['Tide Pool'], albums: ['Tidé'] }
  expect(top(names, ' TIDE ')).toEqual(['album', 'Tidé'])
  expect(top({ ...names, artists: ['tide'] }, 'tide')).toEqual(['artist', 'tide'])
})

test('takes what begins so, an unfinished syllable too', () => {
  expect(top({ tracks: ['옛 사랑', '사랑가'], playlists: ['사'] }, '사라')).toEqual([
    'track',
    '사랑가',
  ])
  expect(top({ tracks: ['x'], playlists: ['Evening mix'] }, 'even')).toEqual([
    'playlist',
    'Evening mix',
  ])
})

test('takes what has such a word in its name before a track found by its album', () => {
  const names = { tracks: ['Cloud Hopper', 'Save Point'], albums: ['Level Garden'] }
  expect(top(names, 'gard')).toEqual(['album', 'Level Garden'])
  expect(top(names, 'arden')).toEqual(['track', 'Cloud Hopper'])
})

test('takes the best track where no name begins so, and nothing where nothing was found', () => {
  expect(top({ tracks: ['By the sea'], artists: ['Old sea'] }, 'sea')).toEqual([
    'track',
    'By the sea',
  ])
  expect(top({ albums: ['Old sea'] }, 'sea')).toEqual(['album', 'Old sea'])
  expect(top({}, 'sea')).toBeNull()
})
