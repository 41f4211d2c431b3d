import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { recordingClient } from '../../test/recording-client.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { walk } from '../../test/walk.ts'
import { Favorite } from './favorite.entity.ts'

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const admin = await app.signIn('admin')
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }
const cursorInvalid = { code: 'BAD_REQUEST', reason: 'cursor_invalid' }

async function trackIds(count: number): Promise<string[]> {
  return shelve(em(), ...Array.from({ length: count }, (_, index) => ({ title: `T${index}` })))
}

/** A listener who marked that many tracks, one a second. */
async function fan(count: number) {
  const ids = await trackIds(count)
  const listener = await app.signIn()
  for (const [second, track] of ids.entries())
    await em().insert(Favorite, {
      user: listener.user.id,
      track,
      createdAt: new Date(Date.UTC(2020, 0, 1, 0, 0, second)),
    })
  const listed = async () =>
    (await listener.api.favorites.list({ limit: 100 })).items.map(({ track }) => track.id)
  return { ...listener, ids, listed }
}

describe('a list of favourites by offset', () => {
  it('begins behind as many as that, goes on by cursor, and is counted', async () => {
    const { api, listed } = await fan(5)
    const whole = await listed()
    const page = await api.favorites.list({ offset: 1, limit: 2 })
    expect(page.items.map(({ track }) => track.id)).toEqual(whole.slice(1, 3))
    const rest = await api.favorites.list({ cursor: page.nextCursor ?? undefined })
    expect(rest.items.map(({ track }) => track.id)).toEqual(whole.slice(3))
    expect(await api.favorites.count()).toEqual({ count: 5 })
    expect(await refusal(api.favorites.list({ cursor: 'x', offset: 1 }))).toMatchObject({
      reason: 'input_invalid',
    })
  })
})

describe('favorites.toggle and set', () => {
  it('say what the mark is now, and the track shows it to its owner alone', async () => {
    const [trackId = ''] = await trackIds(1)
    const { api } = await app.signIn()
    const isFavorite = async () => (await api.tracks.byId({ id: trackId })).favorite
    expect(await api.favorites.toggle({ trackId })).toEqual({ favorite: true })
    expect(await isFavorite()).toBe(true)
    expect((await admin.api.tracks.byId({ id: trackId })).favorite).toBe(false)
    expect(await api.favorites.toggle({ trackId })).toEqual({ favorite: false })
    expect(await isFavorite()).toBe(false)
    for (const favorite of [true, true, false, false])
      expect(await api.favorites.set({ trackId, favorite })).toEqual({ favorite })
    expect(await isFavorite()).toBe(false)
  })

  it('keep the moment of the first mark when it is made again', async () => {
    const { api, ids } = await fan(1)
    const [trackId = ''] = ids
    const before = await api.favorites.list({})
    await api.favorites.set({ trackId, favorite: true })
    expect(await api.favorites.list({})).toEqual(before)
  })

  it('are one mark when made 50 times at once', async () => {
    const [trackId = ''] = await trackIds(1)
    const { api, user } = await app.signIn()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api.favorites.set({ trackId, favorite: true })),
    )
    expect(answers).toEqual(answers.map(() => ({ favorite: true })))
    expect(await em().count(Favorite, { user: user.id })).toBe(1)
  })

  it('take turns: of 51 turned over at once the last one stands', async () => {
    const [trackId = ''] = await trackIds(1)
    const { api, user } = await app.signIn()
    const answers = await Promise.all(
      Array.from({ length: 51 }, () => api.favorites.toggle({ trackId })),
    )
    expect(answers.filter(({ favorite }) => favorite)).toHaveLength(26)
    expect(await em().count(Favorite, { user: user.id })).toBe(1)
    expect((await api.tracks.byId({ id: trackId })).favorite).toBe(true)
  })

  it('let the mark of a removed track stay and go, and none be made', async () => {
    const { api, ids, listed } = await fan(2)
    const [kept = '', gone = ''] = ids
    await admin.api.tracks.remove({ ids })
    expect(await api.favorites.set({ trackId: kept, favorite: true })).toEqual({ favorite: true })
    expect(await api.favorites.toggle({ trackId: gone })).toEqual({ favorite: false })
    expect(await api.favorites.set({ trackId: gone, favorite: false })).toEqual({ favorite: false })
    expect(await refusal(api.favorites.toggle({ trackId: gone }))).toEqual(notFound)
    expect(await refusal(api.favorites.set({ trackId: gone, favorite: true }))).toEqual(notFound)
    expect(await listed()).toEqual([kept])
  })

  it('do not know a track that never was', async () => {
    const { api } = await app.signIn()
    const trackId = v7()
    expect(await refusal(api.favorites.toggle({ trackId }))).toEqual(notFound)
    for (const favorite of [true, false])
      expect(await refusal(api.favorites.set({ trackId, favorite }))).toEqual(notFound)
  })

  it.each([
    ['trackId', { trackId: 'x', favorite: true }],
    ['trackId', { trackId: { $ne: '' }, favorite: true }],
    ['favorite', { trackId: v7(), favorite: 'yes' }],
    ['favorite', { trackId: v7() }],
  ])('refuse what fits no %s', async (field, input) => {
    expect(await refusal(admin.api.favorites.set(input as never))).toEqual({
      code: 'BAD_REQUEST',
      reason: 'input_invalid',
      fields: { [field]: expect.any(String) },
    })
  })
})

describe('favorites.list', () => {
  it('shows the last marked first, with its track as the caller sees it', async () => {
    const { api, ids } = await fan(3)
    const { items, nextCursor } = await api.favorites.list({})
    expect(items.map(({ track }) => track.id)).toEqual(ids.toReversed())
    expect(items[0]).toEqual({
      track: await api.tracks.byId({ id: ids[2] ?? '' }),
      favoritedAt: '2020-01-01T00:00:02.000Z',
    })
    expect(nextCursor).toBeNull()
    expect((await (await app.signIn()).api.favorites.list({})).items).toEqual([])
  })

  it('keeps a removed track in its place, marked, until it is restored', async () => {
    const { api, ids, listed } = await fan(3)
    const [, middle = ''] = ids
    await admin.api.tracks.remove({ ids: [middle] })
    const availableNow = async () =>
      (await api.favorites.list({})).items.map(({ track }) => track.available)
    expect(await listed()).toEqual(ids.toReversed())
    expect(await availableNow()).toEqual([true, false, true])
    await admin.api.tracks.restore({ ids: [middle] })
    expect(await availableNow()).toEqual([true, true, true])
  })

  it('neither repeats nor hides marks of one instant, or while others come and go', async () => {
    const { api, ids, listed, user } = await fan(5)
    const same = await trackIds(11)
    const createdAt = new Date('2019-06-01T00:00:00.123Z')
    for (const track of same) await em().insert(Favorite, { user: user.id, track, createdAt })
    const whole = await listed()
    expect(whole).toHaveLength(16)
    const paged = await walk(
      (cursor) => api.favorites.list({ limit: 3, cursor }),
      async (page) => {
        const [added = ''] = await trackIds(1)
        await api.favorites.set({ trackId: added, favorite: true })
        if (page === 1) await api.favorites.set({ trackId: ids[4] ?? '', favorite: false })
      },
    )
    expect(paged.map(({ track }) => track.id)).toEqual(whole)
  })

  it("refuses the cursor of another list or another person's", async () => {
    const [mine, theirs] = [await fan(3), await fan(3)]
    const cursor = (await mine.api.favorites.list({ limit: 1 })).nextCursor ?? ''
    expect(await refusal(theirs.api.favorites.list({ cursor }))).toEqual(cursorInvalid)
    expect(await refusal(mine.api.history.list({ cursor }))).toEqual(cursorInvalid)
    const { nextCursor } = await mine.api.tracks.list({ limit: 1 })
    for (const foreign of [nextCursor ?? '', 'x', ''])
      expect(await refusal(mine.api.favorites.list({ cursor: foreign }))).toEqual(cursorInvalid)
  })

  it('costs two statements by cookie, the sign-in among them', async () => {
    const { request } = await fan(3)
    const { api } = app.client({ ...request })
    await api.favorites.list({})
    statements.length = 0
    await api.favorites.list({})
    expect(statements).toHaveLength(2)
  })
})
