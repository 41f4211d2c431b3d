import { randomUUID } from 'node:crypto'

import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { shelve } from '../../test/library.ts'
import { recordingClient } from '../../test/recording-client.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { walk } from '../../test/walk.ts'
import { Album } from './album.entity.ts'

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const admin = await app.signIn('admin')
const { api } = await app.signIn()
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }

beforeAll(async () => {
  await shelve(
    em(),
    { title: 'One', artist: '아이유', album: 'Palette', durationMs: 1_000, playCount: 3 },
    { title: 'Two', artist: '아이유', album: 'Palette', durationMs: 2_000, playCount: 3 },
    { title: 'X', artist: '아이유', album: 'Palette', removedAt: new Date(), playCount: 99 },
    { title: 'Three', artist: 'Beyoncé', album: "B'Day 100%", playCount: 9 },
    { title: 'Four', artist: 'Nobody', album: 'Gone', removedAt: new Date(), playCount: 99 },
    { title: 'Five', artist: 'Nobody', playCount: 99 },
    { title: 'Six', artist: 'Nobody', album: 'palette' },
  )
})

type ListInput = RouterInputs['albums']['list']

const list = async (input: ListInput) => (await api.albums.list(input)).items
const titles = async (input: ListInput) => (await list(input)).map(({ title }) => title)

describe('albums.list', () => {
  it('turns any order round', async () => {
    for (const sort of ['title', 'newest', 'popular'] as const)
      expect(await titles({ sort, direction: 'desc' })).toEqual(
        (await titles({ sort, direction: 'asc' })).toReversed(),
      )
  })

  it('begins behind as many as the offset tells, and is counted', async () => {
    for (const sort of ['title', 'newest', 'popular'] as const) {
      const whole = await titles({ sort })
      expect(await titles({ sort, offset: 1, limit: 1 })).toEqual(whole.slice(1, 2))
      const { nextCursor } = await api.albums.list({ sort, offset: 1, limit: 1 })
      expect(await titles({ sort, cursor: nextCursor ?? undefined })).toEqual(whole.slice(2))
    }
    expect(await api.albums.count({})).toEqual({ count: 3 })
    expect(await api.albums.count({ q: '아이유' })).toEqual({ count: 1 })
    expect(await refusal(api.albums.list({ cursor: 'x', offset: 1 }))).toMatchObject({
      reason: 'input_invalid',
    })
  })

  it('shows what holds an available track, by title, and counts those alone', async () => {
    expect(await titles({})).toEqual(["B'Day 100%", 'Palette', 'palette'])
    const [palette] = await list({ q: '아이유' })
    expect(palette).toEqual({
      id: expect.any(String),
      title: 'Palette',
      artist: { id: expect.any(String), name: '아이유' },
      year: null,
      coverUrl: null,
      trackCount: 2,
      durationMs: 3_000,
    })
    const coverId = randomUUID()
    await em().nativeUpdate(Album, { id: palette?.id }, { coverId, year: 2017 })
    expect(await api.albums.byId({ id: palette?.id ?? '' })).toEqual({
      ...palette,
      year: 2017,
      coverUrl: `/covers/${coverId}/320`,
      discs: [{ number: null, trackCount: 2 }],
    })
  })

  it('sorts by newest and by the plays of what is available', async () => {
    expect(await titles({ sort: 'newest' })).toEqual(['palette', "B'Day 100%", 'Palette'])
    expect(await titles({ sort: 'popular' })).toEqual(["B'Day 100%", 'Palette', 'palette'])
  })

  it.each([
    ['PALETTE', ['Palette', 'palette']],
    ['palette 아이유', ['Palette']],
    ['beyonce', ["B'Day 100%"]],
    ['%', ["B'Day 100%"]],
    ['%%', []],
    ["'; drop table albums; --", []],
    ['gone', []],
  ])('finds %j in titles and artists', async (q, found) => {
    expect(await titles({ q })).toEqual(found)
    expect((await titles({ q, sort: 'popular' })).toSorted()).toEqual(found.toSorted())
  })

  it("leaves an artist's own", async () => {
    const [palette] = await list({ q: '아이유' })
    expect(await titles({ artistId: palette?.artist.id })).toEqual(['Palette'])
    expect(await titles({ artistId: v7() })).toEqual([])
  })

  it('follows removal and restoring at once', async () => {
    const [id = ''] = await shelve(em(), { title: 'T', artist: 'Fleeting', album: 'Brief' })
    const [brief] = await list({ q: 'brief' })
    await admin.api.tracks.remove({ ids: [id] })
    expect(await titles({ q: 'brief' })).toEqual([])
    expect(await titles({ q: 'brief', sort: 'popular' })).toEqual([])
    expect(await refusal(api.albums.byId({ id: brief?.id ?? '' }))).toEqual(notFound)
    await admin.api.tracks.restore({ ids: [id] })
    expect(await list({ q: 'brief' })).toEqual([brief])
    await admin.api.tracks.remove({ ids: [id] })
  })

  it.each(['title', 'newest', 'popular'] as const)(
    'by %s gives each once over all pages, while others come and go',
    async (sort) => {
      const artist = randomUUID()
      const albums = Array.from({ length: 20 }, (_, n) => ({
        title: 'T',
        artist,
        album: `Album ${n}`,
        playCount: n % 3,
      }))
      const ids = await shelve(em(), ...albums)
      const whole = await titles({ q: artist, sort })
      expect(whole).toHaveLength(20)
      const last = albums.findIndex(({ album }) => album === whole.at(-1))
      const paged = await walk(
        (cursor) => api.albums.list({ q: artist, sort, limit: 6, cursor }),
        async (page) => {
          await shelve(em(), { title: 'T', artist, album: `Album !${page}`, playCount: 9 })
          await admin.api.tracks.remove({ ids: [ids[last] ?? ''] })
        },
      )
      const shown = paged.map(({ title }) => title).filter((title) => !title.includes('!'))
      expect(shown).toEqual(whole.slice(0, -1))
    },
  )

  it('refuses cursors of another order, filter or list, and input out of bounds', async () => {
    const cursor = (await api.albums.list({ limit: 1 })).nextCursor ?? ''
    const refused = { code: 'BAD_REQUEST', reason: 'cursor_invalid' }
    for (const input of [{ sort: 'newest' }, { artistId: v7() }, { q: 'e' }] as ListInput[])
      expect(await refusal(api.albums.list({ ...input, cursor }))).toEqual(refused)
    expect(await refusal(api.artists.list({ cursor }))).toEqual(refused)
    for (const input of [{ q: '\uD800' }, { artistId: 'x' }, { sort: 'name' }, { limit: 101 }])
      expect(await refusal(api.albums.list(input as ListInput))).toMatchObject({
        reason: 'input_invalid',
        fields: { [Object.keys(input)[0] ?? '']: expect.any(String) },
      })
  })

  it.each(['title', 'newest', 'popular'] as const)(
    'by %s costs two statements by cookie, the sign-in among them',
    async (sort) => {
      const caller = app.client({ ...admin.request })
      await caller.api.albums.list({ q: 'e', sort })
      statements.length = 0
      await caller.api.albums.list({ q: 'e', sort })
      expect(statements).toHaveLength(2)
    },
  )
})

describe('albums.byId', () => {
  it('shows what the list shows, and none without an available track', async () => {
    for (const album of await list({}))
      expect(await api.albums.byId({ id: album.id })).toEqual({
        ...album,
        discs: [{ number: null, trackCount: album.trackCount }],
      })
    const { id } = await em().findOneOrFail(Album, { title: 'Gone' })
    for (const missing of [id, v7()])
      expect(await refusal(api.albums.byId({ id: missing }))).toEqual(notFound)
  })

  it('has its tracks listed by disc and number', async () => {
    await shelve(
      em(),
      { title: 'D', artist: 'S', album: 'Order', discNumber: 2, trackNumber: 1 },
      { title: 'C', artist: 'S', album: 'Order', discNumber: 1, trackNumber: 10 },
      { title: 'B', artist: 'S', album: 'Order', discNumber: 1, trackNumber: 2 },
      { title: 'A', artist: 'S', album: 'Order' },
    )
    const [album] = await list({ q: 'order' })
    const { items } = await api.tracks.list({ albumId: album?.id, sort: 'album' })
    expect(items.map(({ title }) => title)).toEqual(['A', 'B', 'C', 'D'])
  })
})
