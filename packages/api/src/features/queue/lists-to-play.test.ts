import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { walk } from '../../test/walk.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const { api } = await app.signIn()
const em = () => app.services.orm.em.fork()

const titles = Array.from({ length: 12 }, (_, at) => `Song ${String(at).padStart(2, '0')}`)
const trackIds = await shelve(
  em(),
  ...titles.map((title, at) => ({ title, genre: 'Played', durationMs: 1_000 * (at % 3) })),
)
const { id: playlistId } = await api.playlists.create({ name: 'Evening' })
await api.playlists.add({ id: playlistId, trackIds })
for (const trackId of trackIds) await api.favorites.set({ trackId, favorite: true })

describe('a list that is gone on with behind a track', () => {
  it.each(['newest', 'oldest', 'title', 'duration', 'album', 'artist', 'popular'] as const)(
    'by %s goes on where the track stands',
    async (sort) => {
      const all = (await api.tracks.list({ genre: 'Played', sort })).items.map(({ id }) => id)
      const page = await api.tracks.list({ genre: 'Played', sort, after: all[4], limit: 3 })
      expect(page.items.map(({ id }) => id)).toEqual(all.slice(5, 8))
      const cursor = page.nextCursor ?? ''
      const next = await api.tracks.list({ genre: 'Played', sort, after: all[4], cursor })
      expect(next.items.map(({ id }) => id)).toEqual(all.slice(8))
    },
  )

  it('of favourites and of a playlist does so too', async () => {
    const favorites = (await api.favorites.list({})).items.map(({ track }) => track.id)
    const after = favorites[6]
    const rest = await api.favorites.list({ after })
    expect(rest.items.map(({ track }) => track.id)).toEqual(favorites.slice(7))
    const entries = await api.playlists.tracks({ id: playlistId, after: trackIds[6] })
    expect(entries.items.map(({ track }) => track.id)).toEqual(trackIds.slice(7))
  })

  it('begins at its start behind a track that is not in it', async () => {
    const after = v7()
    expect((await api.tracks.list({ genre: 'Played', after })).items).toHaveLength(12)
    expect((await api.favorites.list({ after })).items).toHaveLength(12)
    expect((await api.playlists.tracks({ id: playlistId, after })).items).toHaveLength(12)
  })
})

describe('a playlist in the order of a shuffle', () => {
  const order = (seed: number, client = api, limit = 5) =>
    walk((cursor) => client.playlists.tracks({ id: playlistId, seed, limit, cursor })).then(
      (entries) => entries.map(({ entryId }) => entryId),
    )

  it('brings each entry once, always the same way for a seed', async () => {
    const own = (await api.playlists.tracks({ id: playlistId })).items.map((entry) => entry.entryId)
    const [one, again, two] = [await order(1), await order(1, api, 100), await order(-2)]
    expect(one.toSorted()).toEqual(own.toSorted())
    expect(again).toEqual(one)
    expect(two).not.toEqual(one)
    expect(one).not.toEqual(own)
  })

  it('is there for who may see the playlist alone', async () => {
    const other = await app.signIn()
    const notFound = { code: 'NOT_FOUND', reason: 'not_found' }
    expect(await refusal(order(1, other.api))).toEqual(notFound)
    await api.playlists.update({ id: playlistId, isPublic: true })
    expect(await order(1, app.client().api)).toEqual(await order(1))
  })

  it('has no cursor that fits another seed, nor the own order', async () => {
    const { nextCursor } = await api.playlists.tracks({ id: playlistId, seed: 1, limit: 2 })
    const cursor = nextCursor ?? ''
    const invalid = { code: 'BAD_REQUEST', reason: 'cursor_invalid' }
    for (const seed of [2, undefined])
      expect(await refusal(api.playlists.tracks({ id: playlistId, seed, cursor }))).toEqual(invalid)
  })

  it('of an empty playlist is empty', async () => {
    const { id } = await api.playlists.create({ name: 'Empty' })
    expect(await api.playlists.tracks({ id, seed: 1 })).toEqual({ items: [], nextCursor: null })
  })
})
