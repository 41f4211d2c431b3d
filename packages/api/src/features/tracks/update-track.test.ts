import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { type ShelvedTrack, shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { Track } from './track.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const admin = await app.signIn('admin')
const { api } = admin
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }

type Changes = Omit<RouterInputs['tracks']['update'], 'id'>

let count = 0
/** A name that no other test has. */
const name = (text: string) => `${text} ${count++}`

async function track(description: Omit<ShelvedTrack, 'title'> & { title?: string } = {}) {
  const [id = ''] = await shelve(em(), {
    title: name('Title'),
    artist: name('Artist'),
    ...description,
  })
  return api.tracks.byId({ id })
}

const artistNames = async (q: string) =>
  (await api.artists.list({ q })).items.map((artist) => artist.name)
const albumTitles = async (q: string) =>
  (await api.albums.list({ q })).items.map((album) => album.title)
const found = async (q: string) => (await api.tracks.list({ q })).items.map(({ id }) => id)

describe('tracks.update', () => {
  it('changes everything that is given, and the answer, lists and search show it', async () => {
    const { id, createdAt } = await track({ album: name('Album') })
    const given = {
      title: ' Ünder ',
      artist: name('New artist'),
      album: name('New album'),
      albumArtist: name('New maker'),
      genre: 'Ambient',
      year: 1999,
      trackNumber: 7,
      discNumber: 2,
      durationMs: 1_234,
    }
    const updated = await api.tracks.update({ id, ...given })
    const { albumArtist, artist, album, ...plain } = given
    expect(updated).toEqual({
      ...plain,
      id,
      title: 'Ünder',
      artist: { id: expect.any(String), name: artist },
      album: { id: expect.any(String), title: album },
      coverUrl: null,
      favorite: false,
      playCount: 0,
      available: true,
      createdAt,
    })
    expect(await api.tracks.byId({ id })).toEqual(updated)
    for (const q of ['under', artist, album, albumArtist]) expect(await found(q)).toContain(id)
    expect(await api.albums.byId({ id: updated.album?.id ?? '' })).toMatchObject({
      artist: { name: albumArtist },
      year: 1999,
      durationMs: 1_234,
    })
    expect((await em().findOneOrFail(Track, { id })).titleKey).toBe('under')
  })

  it('leaves what is not given', async () => {
    const before = await track({ album: name('Album'), genre: 'House', year: 2001, trackNumber: 3 })
    expect(await api.tracks.update({ id: before.id })).toEqual(before)
    const title = name('Only')
    expect(await api.tracks.update({ id: before.id, title })).toEqual({ ...before, title })
    expect(await found(before.artist.name)).toEqual([before.id])
  })

  it('clears by null', async () => {
    const { id } = await track({
      album: name('Album'),
      genre: 'House',
      year: 2001,
      trackNumber: 3,
      discNumber: 1,
    })
    const cleared = { album: null, genre: null, year: null, trackNumber: null, discNumber: null }
    expect(await api.tracks.update({ id, ...cleared })).toMatchObject(cleared)
  })

  it('moves to another artist, and one without a track is listed no more', async () => {
    const { id, artist } = await track({ album: name('Album') })
    const renamed = name('Renamed')
    const updated = await api.tracks.update({ id, artist: renamed })
    expect(updated.artist.name).toBe(renamed)
    expect(await artistNames(artist.name)).toEqual([])
    expect(await refusal(api.artists.byId({ id: artist.id }))).toEqual(notFound)
    expect(await found(artist.name)).toEqual([])
    const other = await track()
    expect((await api.tracks.update({ id, artist: other.artist.name })).artist).toEqual(
      other.artist,
    )
  })

  it('writes an artist and an album otherwise, for all of their tracks', async () => {
    const [artist, album] = [name('beyonce'), name('deja vu')]
    const [one, other] = [await track({ artist, album }), await track({ artist, album })]
    const respelled = { artist: artist.toUpperCase(), album: album.replace('deja', 'Déjà') }
    const updated = await api.tracks.update({ id: one.id, ...respelled })
    expect(updated.artist).toEqual({ id: one.artist.id, name: respelled.artist })
    expect(updated.album).toEqual({ id: one.album?.id, title: respelled.album })
    expect(await api.tracks.byId({ id: other.id })).toMatchObject({
      artist: updated.artist,
      album: updated.album,
    })
  })

  it('leaves the spelling of another artist that it moves to', async () => {
    const [one, other] = [await track(), await track()]
    const { artist } = await api.tracks.update({
      id: one.id,
      artist: other.artist.name.toUpperCase(),
    })
    expect(artist).toEqual(other.artist)
  })

  it('leaves the album to its other tracks, unless it is alone on it', async () => {
    const [artist, album] = [name('Artist'), name('Album')]
    const [one, other] = [await track({ artist, album }), await track({ artist, album })]
    const featuring = await api.tracks.update({ id: one.id, artist: name('Featuring') })
    expect(featuring.album).toEqual(one.album)
    const moved = await api.tracks.update({ id: one.id, album: name('Single') })
    expect(await api.albums.byId({ id: moved.album?.id ?? '' })).toMatchObject({ trackCount: 1 })
    const alone = await api.tracks.update({ id: other.id, artist: name('Renamed') })
    expect(alone.album?.title).toBe(album)
    expect(await api.albums.byId({ id: alone.album?.id ?? '' })).toMatchObject({
      artist: alone.artist,
    })
    expect(await albumTitles(album)).toEqual([album])
  })

  it('changes a removed track too, which stays removed', async () => {
    const { id } = await track()
    await api.tracks.remove({ ids: [id] })
    const title = name('Hidden')
    expect(await api.tracks.update({ id, title })).toMatchObject({ title, available: false })
    expect(await found(title)).toEqual([])
  })

  it('does not know a track that never was', async () => {
    expect(await refusal(api.tracks.update({ id: v7(), title: 'x' }))).toEqual(notFound)
  })

  it.each<[string, object]>([
    ['title', { title: '' }],
    ['title', { title: null }],
    ['artist', { artist: null }],
    ['artist', { artist: '\u202Enwod' }],
    ['album', { album: 'x'.repeat(501) }],
    ['genre', { genre: 'x'.repeat(101) }],
    ['year', { year: 0 }],
    ['year', { year: 10_000 }],
    ['trackNumber', { trackNumber: 1.5 }],
    ['durationMs', { durationMs: 0 }],
    ['coverUploadId', { coverUploadId: 'x' }],
    ['title', { title: { $ne: '' } }],
    ['title', { title: 'a\0b' }],
  ])('refuses a %s of %j', async (field, changes) => {
    const before = await track()
    const call = api.tracks.update({ ...(changes as Changes), id: before.id })
    expect(await refusal(call)).toEqual({
      code: 'BAD_REQUEST',
      reason: 'input_invalid',
      fields: { [field]: expect.any(String) },
    })
    expect(await api.tracks.byId({ id: before.id })).toEqual(before)
  })
})
