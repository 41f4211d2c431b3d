import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { shelve } from '../../test/library.ts'
import { recordingClient } from '../../test/recording-client.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { Favorite } from '../favorites/favorite.entity.ts'
import { Track } from './track.entity.ts'

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())
const listener = await app.signIn()
const em = () => app.services.orm.em.fork()

type ListInput = RouterInputs['tracks']['list']

const list = (input: ListInput) => listener.api.tracks.list(input)
const titles = async (input: ListInput) => (await list(input)).items.map(({ title }) => title)

beforeAll(async () => {
  await shelve(
    em(),
    {
      title: 'Palette',
      artist: '아이유',
      album: 'Palette',
      genre: 'K-Pop',
      year: 2017,
      playCount: 9,
    },
    {
      title: '밤편지',
      artist: '아이유',
      album: 'Palette',
      genre: 'K-Pop',
      year: 2017,
      playCount: 20,
    },
    { title: 'Déjà Vu', artist: 'Beyoncé', album: "B'Day", genre: 'R&B', year: 2006 },
    { title: '100 % Pure_Love \\o/', artist: 'Crystal Waters', genre: 'House', year: 1994 },
    { title: 'He said "Stop"', artist: 'Nobody', year: 1950, durationMs: 60_000 },
    { title: 'Gone', artist: 'Nobody', genre: 'K-Pop', year: 1901, removedAt: new Date() },
  )
})

describe('tracks.list', () => {
  it('begins behind as many rows as the offset tells, and goes on from there by cursor', async () => {
    const sorts = ['newest', 'title', 'artist', 'popular', 'duration', 'shuffle'] as const
    for (const sort of sorts) {
      const whole = await titles({ sort, seed: 7 })
      expect(await titles({ sort, seed: 7, offset: 0 })).toEqual(whole)
      expect(await titles({ sort, seed: 7, offset: 2 })).toEqual(whole.slice(2))
      const page = await list({ sort, seed: 7, offset: 1, limit: 2 })
      expect(page.items.map(({ title }) => title)).toEqual(whole.slice(1, 3))
      const cursor = page.nextCursor ?? undefined
      expect(await titles({ sort, seed: 7, cursor })).toEqual(whole.slice(3))
    }
    expect(await titles({ q: 'palette', offset: 1 })).toEqual(['밤편지'])
    expect(await list({ offset: 5 })).toEqual({ items: [], nextCursor: null })
  })

  it('turns any order round', async () => {
    for (const sort of ['newest', 'title', 'artist', 'popular', 'duration', 'shuffle'] as const) {
      const asc = await titles({ sort, direction: 'asc' })
      expect(await titles({ sort, direction: 'desc' })).toEqual(asc.toReversed())
      const { nextCursor } = await list({ sort, direction: 'desc', limit: 2 })
      const rest = { sort, direction: 'desc', cursor: nextCursor ?? undefined } as const
      expect(await titles(rest)).toEqual(asc.toReversed().slice(2))
    }
    expect(await titles({ sort: 'newest', direction: 'desc' })).toEqual(await titles({}))
    // As tRPC's hook for infinite lists asks.
    expect(await titles({ direction: 'forward' })).toEqual(await titles({}))
  })

  it('refuses an offset beside a cursor', async () => {
    const { nextCursor } = await list({ limit: 1 })
    const both = { cursor: nextCursor ?? '', offset: 1 }
    const refused = { code: 'BAD_REQUEST', reason: 'input_invalid' }
    expect(await refusal(list(both))).toMatchObject(refused)
    expect(await refusal(list({ offset: -1 }))).toMatchObject(refused)
  })

  it('is counted by the same filters', async () => {
    const { api } = listener
    expect(await api.tracks.count({})).toEqual({ count: 5 })
    expect(await api.tracks.count({ q: 'palette' })).toEqual({ count: 2 })
    expect(await api.tracks.count({ genre: 'K-Pop' })).toEqual({ count: 2 })
    expect(await api.tracks.count({ favorite: true })).toEqual({ count: 0 })
    expect(await refusal(api.tracks.count({ removed: true }))).toMatchObject({
      reason: 'forbidden',
    })
  })

  it('shows the newest first, and no removed ones', async () => {
    const [first, ...rest] = await titles({})
    expect([first, ...rest]).toHaveLength(5)
    expect(first).toBe('He said "Stop"')
    expect(rest.at(-1)).toBe('Palette')
    expect(await titles({ sort: 'oldest' })).toEqual((await titles({})).toReversed())
  })

  it.each([
    ['밤편지', ['밤편지']],
    ['밤편지'.normalize('NFD'), ['밤편지']],
    ['아이유 palette', ['Palette', '밤편지']],
    ['DEJA vu', ['Déjà Vu']],
    ['beyonce', ['Déjà Vu']],
    ["b'day", ['Déjà Vu']],
    ['%', ['100 % Pure_Love \\o/']],
    ['_', ['100 % Pure_Love \\o/']],
    ['\\', ['100 % Pure_Love \\o/']],
    ['%%', []],
    ['"stop"', ['He said "Stop"']],
    ["'; drop table tracks; --", []],
    ['gone', []],
    ['no such thing', []],
  ])('finds %j in titles, artists and albums', async (q, found) => {
    expect((await titles({ q })).toSorted()).toEqual(found.toSorted())
  })

  it('puts the best match first when it was searched', async () => {
    expect(await titles({ q: 'palette' })).toEqual(['Palette', '밤편지'])
    expect(await titles({ q: 'palette', sort: 'popular' })).toEqual(['밤편지', 'Palette'])
    expect((await titles({ q: ' ' }))[0]).toBe('He said "Stop"')
  })

  it('filters by genre, year, artist and album', async () => {
    expect(await titles({ genre: 'K-Pop', sort: 'title' })).toEqual(['Palette', '밤편지'])
    expect(await titles({ genre: 'k-pop' })).toEqual([])
    expect(await titles({ yearFrom: 1994, yearTo: 2006, sort: 'oldest' })).toEqual([
      'Déjà Vu',
      '100 % Pure_Love \\o/',
    ])
    const [track] = (await list({ q: '밤편지' })).items
    expect(await titles({ artistId: track?.artist.id, genre: 'K-Pop' })).toHaveLength(2)
    expect(await titles({ albumId: track?.album?.id, yearFrom: 2018 })).toEqual([])
    expect(await titles({ artistId: v7() })).toEqual([])
  })

  it("tells and filters the caller's own favourites", async () => {
    const fan = await app.signIn()
    const [track] = (await list({ q: '밤편지' })).items
    await em().insert(Favorite, {
      user: fan.user.id,
      track: track?.id ?? '',
      createdAt: new Date(),
    })
    const mine = await fan.api.tracks.list({ favorite: true })
    expect(mine.items).toEqual([{ ...track, favorite: true }])
    expect((await fan.api.tracks.list({ favorite: false })).items).toHaveLength(4)
    expect(await titles({ favorite: true })).toEqual([])
    expect((await list({})).items.every(({ favorite }) => !favorite)).toBe(true)
  })

  it.each([
    ['limit', { limit: 0 }],
    ['limit', { limit: 101 }],
    ['limit', { limit: Number.NaN }],
    ['limit', { limit: 1.5 }],
    ['q', { q: 'x'.repeat(201) }],
    ['q', { q: '\0' }],
    ['genre', { genre: '\uD800' }],
    ['yearFrom', { yearFrom: 10_000 }],
    ['artistId', { artistId: 'x' }],
    ['seed', { seed: 0.5 }],
    ['sort', { sort: 'best' as 'newest' }],
    ['q', { q: { $ne: '' } as unknown as string }],
  ])('refuses input that is out of bounds: %s %j', async (field, input) => {
    expect(await refusal(list(input))).toEqual({
      code: 'BAD_REQUEST',
      reason: 'input_invalid',
      fields: { [field]: expect.any(String) },
    })
  })

  it('costs two statements by cookie, the sign-in among them', async () => {
    const cookie = { ...listener.request }
    await app.client(cookie).api.tracks.list({ q: 'palette', favorite: false, sort: 'artist' })
    statements.length = 0
    await app.client(cookie).api.tracks.list({ q: 'palette', favorite: false, sort: 'artist' })
    expect(statements).toHaveLength(2)
  })
})

describe('tracks.byId', () => {
  it('shows what the list shows, and no removed, unknown or malformed one', async () => {
    const [track] = (await list({ q: '밤편지' })).items
    expect(await listener.api.tracks.byId({ id: track?.id ?? '' })).toEqual(track)
    const { id } = await em().findOneOrFail(Track, { title: 'Gone' })
    for (const missing of [id, v7()])
      expect(await refusal(listener.api.tracks.byId({ id: missing }))).toEqual({
        code: 'NOT_FOUND',
        reason: 'not_found',
      })
    expect(await refusal(listener.api.tracks.byId({ id: 'x' }))).toMatchObject({
      reason: 'input_invalid',
    })
  })
})

describe('tracks.facets', () => {
  it('counts genres and spans years, of what a search finds too', async () => {
    const { genres, years } = await listener.api.tracks.facets({})
    expect(genres).toEqual([
      { name: 'K-Pop', count: 2 },
      { name: 'House', count: 1 },
      { name: 'R&B', count: 1 },
    ])
    expect(years).toEqual({ min: 1950, max: 2017 })
    expect(await listener.api.tracks.facets({ q: 'beyonce' })).toEqual({
      genres: [{ name: 'R&B', count: 1 }],
      years: { min: 2006, max: 2006 },
    })
    expect(await listener.api.tracks.facets({ q: 'no such thing' })).toEqual({
      genres: [],
      years: { min: null, max: null },
    })
    expect((await listener.api.tracks.facets()).genres).toEqual(genres)
  })
})

describe('tracks.file', () => {
  it('says what the file of a track is like, and nothing of where it is', async () => {
    const { api } = listener
    const [track] = (await list({ q: 'palette' })).items
    expect(await api.tracks.file({ id: track?.id ?? '' })).toEqual({
      contentType: 'audio/flac',
      codec: 'FLAC',
      bitrate: null,
      sizeBytes: 1_000,
    })
    const { id } = await em().findOneOrFail(Track, { title: 'Gone' })
    expect(await refusal(api.tracks.file({ id }))).toMatchObject({ reason: 'not_found' })
  })
})
