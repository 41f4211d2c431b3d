import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp, type TestClient } from '../../test/test-app.ts'
import { Playlist } from './playlist.entity.ts'
import { maxPlaylists } from './playlist.policy.ts'
import { Track } from '../tracks/track.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const [one = '', two = '', three = ''] = await shelve(
  em(),
  { title: 'One', durationMs: 1_000 },
  { title: 'Two', durationMs: 2_000, album: 'Both' },
  { title: 'Three', durationMs: 4_000 },
)
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }

/** The titles and the ids of all entries, in order. */
async function entriesOf({ api }: TestClient, id: string) {
  const { items } = await api.playlists.tracks({ id, limit: 100 })
  return { titles: items.map(({ track }) => track.title), ids: items.map(({ entryId }) => entryId) }
}

/** A new listener with a playlist of these tracks. */
async function listenerWith(trackIds: string[], isPublic = false) {
  const listener = await app.signIn()
  const { id } = await listener.api.playlists.create({ name: 'Evening', isPublic })
  if (trackIds.length > 0) await listener.api.playlists.add({ id, trackIds })
  return { ...listener, id }
}

describe('a playlist', () => {
  it('is made, found and listed with what it holds', async () => {
    const { api, user, id } = await listenerWith([one, two, one])
    const playlist = await api.playlists.byId({ id })
    expect(playlist).toEqual({
      id,
      name: 'Evening',
      description: null,
      isPublic: false,
      slug: null,
      owner: { id: user.id, nickname: 'Somebody' },
      trackCount: 3,
      durationMs: 4_000,
      covers: [],
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    })
    expect(await api.playlists.list({})).toEqual({ items: [playlist], nextCursor: null })
    const found = async (q: string) => (await api.playlists.list({ q })).items.length
    for (const q of ['EVENING', 'nín eve']) expect(await found(q)).toBe(1)
    for (const q of ['morning', 'evening morning', '%']) expect(await found(q)).toBe(0)
    const { items } = await api.playlists.tracks({ id })
    expect(items[0]).toEqual({
      entryId: expect.any(String),
      track: await api.tracks.byId({ id: one }),
      addedAt: expect.any(String),
    })
  })

  it('takes tracks at its end, gives entries up and moves them', async () => {
    const listener = await listenerWith([one, two, three, one])
    const { api, id } = listener
    const { ids } = await entriesOf(listener, id)
    const [a = '', b = '', c = '', d = ''] = ids
    await api.playlists.move({ id, entryIds: [d, b], beforeEntryId: a })
    expect((await entriesOf(listener, id)).ids).toEqual([d, b, a, c])
    await api.playlists.move({ id, entryIds: [b], beforeEntryId: null })
    expect((await entriesOf(listener, id)).ids).toEqual([d, a, c, b])
    await api.playlists.move({ id, entryIds: [a, c], beforeEntryId: b })
    expect((await entriesOf(listener, id)).ids).toEqual([d, a, c, b])
    expect(await api.playlists.removeTracks({ id, entryIds: [a, v7()] })).toEqual({
      removed: 1,
      trackCount: 3,
    })
    expect(await api.playlists.add({ id, trackIds: [two, one, two], onDuplicate: 'skip' })).toEqual(
      { added: 0, trackCount: 3, entryIds: [] },
    )
    await api.playlists.removeTracks({ id, entryIds: [b] })
    expect(await api.playlists.add({ id, trackIds: [two, one, two], onDuplicate: 'skip' })).toEqual(
      { added: 1, trackCount: 3, entryIds: [expect.any(String)] },
    )
    expect((await entriesOf(listener, id)).titles).toEqual(['One', 'Three', 'Two'])
  })

  it('is renamed, described, shared and removed', async () => {
    const { api, id } = await listenerWith([one])
    const anyone = app.client().api
    expect(
      await api.playlists.update({ id, name: ' Night ', description: ' a\r\nb ' }),
    ).toMatchObject({ name: 'Night', description: 'a\nb' })
    expect(await api.playlists.update({ id, description: ' \n ' })).toMatchObject({
      description: null,
    })
    expect(await refusal(anyone.playlists.byId({ id }))).toEqual(notFound)
    const { slug } = await api.playlists.update({ id, isPublic: true })
    expect(slug).toMatch(/^[\w-]{24}$/)
    expect(await anyone.playlists.bySlug({ slug: slug ?? '' })).toMatchObject({ id, name: 'Night' })
    expect((await anyone.playlists.tracks({ id })).items).toMatchObject([
      { track: { id: one, favorite: false } },
    ])
    expect(await api.playlists.remove({ id })).toEqual({})
    expect(await refusal(anyone.playlists.bySlug({ slug: slug ?? '' }))).toEqual(notFound)
    expect(await refusal(api.playlists.byId({ id }))).toEqual(notFound)
  })

  it('takes no track that was removed, and keeps the place of one it had', async () => {
    const [gone = ''] = await shelve(em(), { title: 'Gone' })
    const listener = await listenerWith([one, gone, two])
    const { api, id } = listener
    await em().nativeUpdate(Track, { id: gone }, { removedAt: new Date() })
    expect(await refusal(api.playlists.add({ id, trackIds: [one, gone] }))).toEqual(notFound)
    expect((await api.playlists.tracks({ id })).items).toMatchObject([
      { track: { available: true } },
      { track: { title: 'Gone', available: false } },
      { track: { available: true } },
    ])
    expect(await api.playlists.byId({ id })).toMatchObject({ trackCount: 3 })
  })
})

describe('pages of entries', () => {
  it('go on after entries that moved or were removed, where they lay', async () => {
    const listener = await listenerWith([one, two, three, one, two, three])
    const { api, id } = listener
    const [a = '', b = '', , , , f = ''] = (await entriesOf(listener, id)).ids
    const first = await api.playlists.tracks({ id, limit: 2 })
    const cursor = first.nextCursor ?? ''
    const rest = await api.playlists.tracks({ id, cursor })
    await api.playlists.move({ id, entryIds: [b], beforeEntryId: null })
    const next = await api.playlists.tracks({ id, cursor })
    expect(next.items.slice(0, 4)).toEqual(rest.items)
    await api.playlists.removeTracks({ id, entryIds: [a, b, f] })
    expect((await api.playlists.tracks({ id, cursor })).items).toEqual(rest.items.slice(0, 3))
  })

  it('go on after the same entry when all positions are new', async () => {
    const listener = await listenerWith([one, one, one, one, two, three, one, two, three])
    const { api, id } = listener
    await api.playlists.removeTracks({
      id,
      entryIds: (await entriesOf(listener, id)).ids.slice(0, 3),
    })
    const { items, nextCursor } = await api.playlists.tracks({ id, limit: 4 })
    const [, second = '', third = ''] = items.map(({ entryId }) => entryId)
    const rest = await api.playlists.tracks({ id, cursor: nextCursor ?? '' })
    // Each goes between the first and the other, until no number is left there.
    for (let move = 0; move < 15; move++) {
      await api.playlists.move({ id, entryIds: [third], beforeEntryId: second })
      await api.playlists.move({ id, entryIds: [second], beforeEntryId: third })
    }
    expect((await em().findOneOrFail(Playlist, id)).numbering).toBeGreaterThan(0)
    expect(await api.playlists.tracks({ id, cursor: nextCursor ?? '' })).toEqual(rest)
    expect(rest.items).toHaveLength(2)
  })
})

describe('what a playlist may be', () => {
  it.each([
    [{ name: '' }, 'name'],
    [{ name: ' \u200B ' }, 'name'],
    [{ name: 'a\nb' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ name: 'x', description: 'x'.repeat(2_001) }, 'description'],
    [{ name: 'x', description: 'a\u0007b' }, 'description'],
    [{ name: 'x', description: '\u202Eevil' }, 'description'],
    [{ name: 'x', description: 'a\0b' }, 'description'],
  ])('refuses %j', async (input, field) => {
    const { api } = await app.signIn()
    expect(await refusal(api.playlists.create(input))).toEqual({
      code: 'BAD_REQUEST',
      reason: 'input_invalid',
      fields: { [field]: expect.any(String) },
    })
    expect((await api.playlists.list({})).items).toEqual([])
  })

  it('keeps the lines of a description, and none of what is blank', async () => {
    const { api } = await app.signIn()
    const describe = async (description: string | null) =>
      (await api.playlists.create({ name: 'x', description })).description
    expect(await describe(' one\r\ntwo\rthree\n\n🎵\t.\n')).toBe('one\ntwo\nthree\n\n🎵 .')
    for (const blank of ['', ' \n ', '\u200B', null]) expect(await describe(blank)).toBeNull()
    expect(await describe('x'.repeat(2_000))).toHaveLength(2_000)
  })

  it('is one of so many of a listener, also when several are made at once', async () => {
    const { api, user } = await app.signIn()
    await em().execute(
      `insert into playlists (id, created_at, updated_at, owner_id, name)
       select uuidv7(), now(), now(), ?, 'x' from generate_series(1, ?)`,
      [user.id, maxPlaylists - 2],
    )
    const made = await Promise.allSettled(
      Array.from({ length: 6 }, () => api.playlists.create({ name: 'One more' })),
    )
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(await refusal(api.playlists.create({ name: 'One more' }))).toMatchObject({
      code: 'BAD_REQUEST',
      reason: 'input_invalid',
    })
  })
})

describe('a refused change', () => {
  it('of entries leaves everything as it was', async () => {
    const listener = await listenerWith([one, two, three])
    const other = await listenerWith([one])
    const { api, id } = listener
    const before = await api.playlists.byId({ id })
    const { ids } = await entriesOf(listener, id)
    const [a = '', b = ''] = ids
    const [foreign = ''] = (await entriesOf(other, other.id)).ids
    const moves: [string[], string | null, string][] = [
      [[a, v7()], null, 'not_found'],
      [[a, foreign], null, 'not_found'],
      [[a], foreign, 'not_found'],
      [[a], v7(), 'not_found'],
      [[a], a, 'input_invalid'],
      [[a, b], b.toUpperCase(), 'input_invalid'],
      [[a, a.toUpperCase()], null, 'input_invalid'],
      [[], null, 'input_invalid'],
    ]
    for (const [entryIds, beforeEntryId, reason] of moves)
      expect(await refusal(api.playlists.move({ id, entryIds, beforeEntryId }))).toMatchObject({
        reason,
      })
    for (const trackIds of [[one, v7()], Array<string>(501).fill(one), []])
      await refusal(api.playlists.add({ id, trackIds }))
    const nothing = await api.playlists.removeTracks({ id, entryIds: [foreign, v7()] })
    expect(nothing).toEqual({ removed: 0, trackCount: 3 })
    expect((await entriesOf(listener, id)).ids).toEqual(ids)
    expect(await api.playlists.byId({ id })).toEqual(before)
  })
})
