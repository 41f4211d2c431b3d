import { afterAll, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { shelve } from '../../test/library.ts'
import { testApp } from '../../test/test-app.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const { api } = await app.signIn()
const [tide = '', live = '', cover = '', letter = '', gone = ''] = await shelve(
  em(),
  { title: 'Low Tide', artist: 'Ann Harbour', album: 'Sea', durationMs: 200_000 },
  { title: 'Low Tide', artist: 'Ann Harbour', album: 'Live at Sea', durationMs: 260_000 },
  { title: 'Low Tide', artist: 'Quite Another', durationMs: 200_000 },
  { title: '밤편지', artist: '아이유', album: '팔레트', durationMs: 253_000 },
  { title: 'Gone', artist: 'Ann Harbour', removedAt: new Date() },
)

type Wanted = RouterInputs['tracks']['match']['entries'][number]

async function match(...entries: Wanted[]) {
  const { matches } = await api.tracks.match({ entries })
  return matches.map(({ track, how }) => [track?.id ?? null, how])
}

it('finds a track by its id, whatever else is said of it', async () => {
  expect(await match({ id: cover, title: '밤편지' })).toEqual([[cover, 'id']])
})

it('finds by title and artist however they are written, on that album or of that length', async () => {
  expect(
    await match(
      { title: 'LOW  tide', artist: 'ann harbour', album: 'Sea' },
      { title: 'Low Tide', artist: 'Ann Harbour', album: 'Live at sea' },
      { title: 'Low Tide', artist: 'Ann Harbour', durationMs: 259_000 },
      { title: '밤편지'.normalize('NFD'), artist: '아이유' },
      { title: 'Quite Another - Low Tide' },
      { path: 'Ann Harbour/Live at Sea/02 - Low Tide.flac' },
    ),
  ).toEqual([
    [tide, 'exact'],
    [live, 'exact'],
    [live, 'exact'],
    [letter, 'exact'],
    [cover, 'exact'],
    [live, 'exact'],
  ])
})

it('takes no letter or number alone for a title that has it as a word', async () => {
  await shelve(em(), { title: 'Track x of 12', artist: 'Nobody at all' })
  expect(await match({ path: 'x.mp3' }, { path: 'C:\\Music\\12.mp3' })).toEqual([
    [null, null],
    [null, null],
  ])
})

it('finds what is alike, and says so', async () => {
  expect(
    await match(
      { title: 'Low Tyde', artist: 'Ann Harbour', durationMs: 201_000 },
      { title: 'Low Tide', artist: 'Ann Harbor', durationMs: 200_000 },
      { title: 'Low Tide', artist: 'Ann Harbour feat. Somebody', durationMs: 200_000 },
      { title: '밤편지', durationMs: 254_000 },
    ),
  ).toEqual([
    [tide, 'similar'],
    [tide, 'similar'],
    [tide, 'similar'],
    [letter, 'similar'],
  ])
})

it('leaves out what is not there, is removed, or is only by another artist', async () => {
  const nothing = [null, null]
  expect(
    await match(
      { id: gone },
      { title: 'Gone', artist: 'Ann Harbour' },
      { title: '밤편지', artist: 'Nobody At All' },
      { title: 'Something else altogether', artist: 'Ann Harbour' },
      { title: 'Low Tide', durationMs: 5_000 },
      {},
      { title: '%_\\', artist: "'; drop table tracks; --", path: '../../etc/passwd' },
    ),
  ).toEqual(Array.from({ length: 7 }, () => nothing))
})

it('answers 500 entries at once, each in its place', async () => {
  const entries = Array.from({ length: 500 }, (_, index) =>
    index % 2 ? { title: 'Low Tide', artist: 'Ann Harbour' } : { title: `Unknown ${index}` },
  )
  const matches = await match(...entries)
  expect(matches.map(([id]) => id)).toEqual(entries.map((_, index) => (index % 2 ? tide : null)))
})
