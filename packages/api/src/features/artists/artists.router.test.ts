import { randomUUID } from 'node:crypto'

import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { type ShelvedTrack, shelve } from '../../test/library.ts'
import { recordingClient } from '../../test/recording-client.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { walk } from '../../test/walk.ts'
import { Album } from '../albums/album.entity.ts'
import { Track } from '../tracks/track.entity.ts'

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const admin = await app.signIn('admin')
const { api } = await app.signIn()
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }
const goneTracks: ShelvedTrack[] = [
  { title: 'Gone', artist: 'Vanished', removedAt: new Date(), playCount: 99 },
  { title: 'Gone too', artist: 'Somewhat Vanished', removedAt: new Date(), playCount: 99 },
]

beforeAll(async () => {
  await shelve(
    em(),
    { title: 'One', artist: '아이유', album: 'Palette', playCount: 5 },
    { title: 'Two', artist: '아이유', album: 'Palette', playCount: 6 },
    { title: 'Three', artist: '아이유', album: 'Lilac' },
    { title: 'Four', artist: '아이유', album: 'Gone', removedAt: new Date() },
    { title: 'Five', artist: 'Beyoncé', playCount: 30 },
    { title: 'Six', artist: 'Somewhat Vanished' },
    ...goneTracks,
  )
  const [compiled = ''] = await shelve(em(), { title: 'Seven', artist: 'Zed', album: 'Mine' })
  const { artist } = await em().findOneOrFail(
    Track,
    { id: (await shelve(em(), { title: '-', artist: 'Various', removedAt: new Date() }))[0] ?? '' },
    { populate: ['artist'] },
  )
  const album = await em().findOneOrFail(Album, { title: 'Mine' })
  await em().nativeUpdate(Album, { id: album.id }, { artist: artist.id })
  await em().nativeUpdate(Track, { id: compiled }, { album: album.id })
})

type ListInput = RouterInputs['artists']['list']

const list = async (input: ListInput) => (await api.artists.list(input)).items
const names = async (input: ListInput) => (await list(input)).map(({ name }) => name)
const idOf = async (q: string) => (await list({ q }))[0]?.id ?? ''

describe('artists.list', () => {
  it('turns any order round', async () => {
    for (const sort of ['name', 'newest', 'popular'] as const)
      expect(await names({ sort, direction: 'desc' })).toEqual(
        (await names({ sort, direction: 'asc' })).toReversed(),
      )
  })

  it('begins behind as many as the offset tells, and is counted', async () => {
    for (const sort of ['name', 'newest', 'popular'] as const) {
      const whole = await names({ sort })
      expect(await names({ sort, offset: 2, limit: 2 })).toEqual(whole.slice(2, 4))
      const { nextCursor } = await api.artists.list({ sort, offset: 2, limit: 2 })
      expect(await names({ sort, cursor: nextCursor ?? undefined })).toEqual(whole.slice(4))
    }
    expect(await api.artists.count({})).toEqual({ count: 5 })
    expect(await api.artists.count({ q: 'vanish' })).toEqual({ count: 1 })
    expect(await refusal(api.artists.list({ cursor: 'x', offset: 1 }))).toMatchObject({
      reason: 'input_invalid',
    })
  })

  it('shows who performs an available track or made an album that holds one, by name', async () => {
    expect(await names({})).toEqual(['Beyoncé', 'Somewhat Vanished', 'Various', 'Zed', '아이유'])
    expect((await list({ q: '아이유' }))[0]).toEqual({
      id: expect.any(String),
      name: '아이유',
      trackCount: 3,
      albumCount: 2,
      coverUrl: null,
    })
    expect(await list({ q: 'vanish' })).toMatchObject([{ trackCount: 1, albumCount: 0 }])
    expect(await list({ q: 'various' })).toMatchObject([{ trackCount: 0, albumCount: 1 }])
  })

  it('sorts by newest and by the plays of what is available', async () => {
    expect(await names({ sort: 'newest' })).toEqual([
      'Various',
      'Zed',
      'Somewhat Vanished',
      'Beyoncé',
      '아이유',
    ])
    expect(await names({ sort: 'popular' })).toEqual([
      'Beyoncé',
      '아이유',
      'Various',
      'Zed',
      'Somewhat Vanished',
    ])
  })

  it.each([
    ['BEYONCE', ['Beyoncé']],
    ['아이유'.normalize('NFD'), ['아이유']],
    ['hed what', ['Somewhat Vanished']],
    ['%', []],
    ['_', []],
    ["'; drop table artists; --", []],
    [' ', ['Beyoncé', 'Somewhat Vanished', 'Various', 'Zed', '아이유']],
  ])('finds %j', async (q, found) => {
    expect(await names({ q })).toEqual(found)
    expect((await names({ q, sort: 'popular' })).toSorted()).toEqual(found.toSorted())
  })

  it('follows removal and restoring at once', async () => {
    const [id = ''] = await shelve(em(), { title: 'T', artist: 'Fleeting', album: 'Brief' })
    const fleeting = await idOf('fleeting')
    await admin.api.tracks.remove({ ids: [id] })
    expect(await names({ q: 'fleeting' })).toEqual([])
    expect(await names({ q: 'fleeting', sort: 'popular' })).toEqual([])
    expect(await refusal(api.artists.byId({ id: fleeting }))).toEqual(notFound)
    await admin.api.tracks.restore({ ids: [id] })
    expect(await api.artists.byId({ id: fleeting })).toMatchObject({ trackCount: 1, albumCount: 1 })
    await admin.api.tracks.remove({ ids: [id] })
  })

  it.each(['name', 'newest', 'popular'] as const)(
    'by %s gives each once over all pages, while others come and go',
    async (sort) => {
      const prefix = randomUUID()
      const artists = Array.from({ length: 20 }, (_, n) => ({
        title: 'T',
        artist: `${prefix} ${n}`,
        playCount: n % 3,
      }))
      const ids = await shelve(em(), ...artists)
      const whole = await names({ q: prefix, sort })
      expect(whole).toHaveLength(20)
      const last = artists.findIndex(({ artist }) => artist === whole.at(-1))
      const paged = await walk(
        (cursor) => api.artists.list({ q: prefix, sort, limit: 6, cursor }),
        async (page) => {
          await shelve(em(), { title: 'T', artist: `${prefix} !${page}`, playCount: 9 })
          await admin.api.tracks.remove({ ids: [ids[last] ?? ''] })
        },
      )
      const shown = paged.map(({ name }) => name).filter((name) => !name.includes('!'))
      expect(shown).toEqual(whole.slice(0, -1))
    },
  )

  it('shows the cover of the newest track that has one, else of the newest album', async () => {
    const [older, newer, lent] = [randomUUID(), randomUUID(), randomUUID()]
    const name = randomUUID()
    const ids = await shelve(
      em(),
      { title: '1', artist: name },
      { title: '2', artist: name },
      { title: '3', artist: name, album: 'Lender' },
    )
    const coverOf = async () => (await api.artists.list({ q: name })).items[0]?.coverUrl
    expect(await coverOf()).toBeNull()
    await em().nativeUpdate(Track, { id: ids[0] }, { coverId: older })
    await em().nativeUpdate(Track, { id: ids[1] }, { coverId: newer })
    expect(await coverOf()).toBe(`/covers/${newer}/320`)
    await em().nativeUpdate(Album, { title: 'Lender' }, { coverId: lent })
    expect(await coverOf()).toBe(`/covers/${lent}/320`)
    await admin.api.tracks.remove({ ids: ids.slice(2) })
    expect(await coverOf()).toBe(`/covers/${newer}/320`)
  })

  it('refuses cursors of another order, query or list, and input out of bounds', async () => {
    const cursor = (await api.artists.list({ limit: 1 })).nextCursor ?? ''
    const refused = { code: 'BAD_REQUEST', reason: 'cursor_invalid' }
    for (const input of [{ sort: 'newest' }, { sort: 'popular' }, { q: 'e' }] as ListInput[])
      expect(await refusal(api.artists.list({ ...input, cursor }))).toEqual(refused)
    expect(await refusal(api.albums.list({ cursor }))).toEqual(refused)
    for (const input of [{ q: '\0' }, { q: 'x'.repeat(201) }, { sort: 'title' }, { limit: 0 }])
      expect(await refusal(api.artists.list(input as ListInput))).toMatchObject({
        reason: 'input_invalid',
        fields: { [Object.keys(input)[0] ?? '']: expect.any(String) },
      })
  })

  it.each(['name', 'newest', 'popular'] as const)(
    'by %s costs two statements by cookie, the sign-in among them',
    async (sort) => {
      const caller = app.client({ ...admin.request })
      await caller.api.artists.list({ q: 'e', sort })
      statements.length = 0
      await caller.api.artists.list({ q: 'e', sort })
      expect(statements).toHaveLength(2)
    },
  )
})

describe('artists.byId', () => {
  it('shows what the list shows, and none without an available track', async () => {
    for (const artist of await list({}))
      expect(await api.artists.byId({ id: artist.id })).toEqual(artist)
    const { artist } = await em().findOneOrFail(Track, { title: 'Gone' })
    for (const id of [artist.id, v7()])
      expect(await refusal(api.artists.byId({ id }))).toEqual(notFound)
  })

  it('counts what tracks.list and albums.list show of it', async () => {
    for (const { id, trackCount, albumCount } of await list({})) {
      expect((await api.tracks.list({ artistId: id })).items).toHaveLength(trackCount)
      expect((await api.albums.list({ artistId: id })).items).toHaveLength(albumCount)
    }
  })
})
