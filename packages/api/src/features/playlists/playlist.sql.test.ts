import { randomUUID } from 'node:crypto'

import { afterAll, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { testApp } from '../../test/test-app.ts'
import { Album } from '../albums/album.entity.ts'
import { Track } from '../tracks/track.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const em = () => app.services.orm.em.fork()
const { api } = await app.signIn()

/** A track with a cover of its own. */
async function covered(title: string, coverId: string | null, album: string | null = null) {
  const [id = ''] = await shelve(em(), { title, album, durationMs: 1_000 })
  await em().nativeUpdate(Track, { id }, { coverId })
  return id
}

it('shows the first four different covers, of tracks or their albums', async () => {
  const [a, b, c, d, e] = Array.from({ length: 5 }, () => randomUUID())
  const ofAlbum = await covered('Of an album', null, 'Pictured')
  await em().nativeUpdate(Album, { title: 'Pictured' }, { coverId: b })
  const gone = await covered('Gone', randomUUID())
  const trackIds = [
    await covered('Bare', null),
    await covered('First', a ?? ''),
    gone,
    ofAlbum,
    await covered('First again', a ?? ''),
    await covered('Third', c ?? ''),
    await covered('Fourth', d ?? ''),
    await covered('Fifth', e ?? ''),
  ]
  const { id } = await api.playlists.create({ name: 'Covers' })
  await api.playlists.add({ id, trackIds })
  await em().nativeUpdate(Track, { id: gone }, { removedAt: new Date() })
  const { covers } = await api.playlists.byId({ id })
  expect(covers).toEqual([a, b, c, d].map((cover) => `/covers/${cover}/320`))
})

it('counts and sums up all entries, those of removed tracks too', async () => {
  const [kept, gone] = [await covered('Kept', null), await covered('Removed', null)]
  const { id } = await api.playlists.create({ name: 'Sums' })
  expect(await api.playlists.byId({ id })).toMatchObject({ trackCount: 0, durationMs: 0 })
  await api.playlists.add({ id, trackIds: [kept, gone, kept] })
  await em().nativeUpdate(Track, { id: gone }, { removedAt: new Date() })
  expect(await api.playlists.byId({ id })).toMatchObject({ trackCount: 3, durationMs: 3_000 })
})
