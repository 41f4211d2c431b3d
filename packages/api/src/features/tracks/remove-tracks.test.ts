import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { addTrack, upload } from '../../test/tracks.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const { api } = await app.signIn('admin')
const listener = await app.signIn()
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }

let count = 0
async function shelved(genre = `Genre ${count++}`) {
  const place = { artist: `Artist of ${genre}`, album: `Album of ${genre}`, genre }
  const ids = await shelve(em(), { title: 'One', ...place }, { title: 'Two', ...place })
  const [one = '', two = ''] = ids
  return { one, two, genre, track: await api.tracks.byId({ id: one }) }
}

describe('a removed track', () => {
  it('is hidden at once from lists, search, counts and new streams', async () => {
    const { one, two, genre, track } = await shelved()
    expect(await api.tracks.remove({ ids: [one] })).toEqual({ count: 1 })
    const ids = async (input: object) =>
      (await listener.api.tracks.list(input)).items.map(({ id }) => id)
    expect(await ids({ genre })).toEqual([two])
    expect(await ids({ q: genre })).toEqual([two])
    expect(await ids({ albumId: track.album?.id, sort: 'album' })).toEqual([two])
    const { genres } = await listener.api.tracks.facets({ q: genre })
    expect(genres).toEqual([{ name: genre, count: 1 }])
    expect(await listener.api.artists.byId({ id: track.artist.id })).toMatchObject({
      trackCount: 1,
    })
    expect(await refusal(listener.api.tracks.byId({ id: one }))).toEqual(notFound)
    expect(await refusal(api.tracks.byId({ id: one }))).toEqual(notFound)
    expect(await refusal(listener.api.stream.start({ trackId: one }))).toEqual(notFound)
    const { items } = await listener.api.stream.prepare({ trackIds: [one, two] })
    expect(items.map(({ trackId }) => trackId)).toEqual([two])
  })

  it('keeps its places, marked, and comes back to them as it was', async () => {
    const { one, track } = await shelved()
    const fan = await app.signIn()
    await fan.api.favorites.set({ trackId: one, favorite: true })
    const { playId } = await fan.api.stream.start({ trackId: one })
    const playlist = await fan.api.playlists.create({ name: 'Kept' })
    await fan.api.playlists.add({ id: playlist.id, trackIds: [one] })
    const places = async () => [
      (await fan.api.favorites.list({})).items[0]?.track,
      (await fan.api.history.list({})).items[0]?.track,
      (await fan.api.playlists.tracks({ id: playlist.id })).items[0]?.track,
    ]
    const before = await places()
    expect(before).toEqual(before.map(() => ({ ...track, favorite: true, playCount: 1 })))
    await api.tracks.remove({ ids: [one] })
    expect(await places()).toEqual(before.map((each) => ({ ...each, available: false })))
    expect(await refusal(fan.api.stream.renew({ playId }))).toEqual(notFound)
    await fan.api.stream.report({ playId, positionMs: 5, listenedMs: 5 })
    await api.tracks.restore({ ids: [one] })
    expect(await places()).toEqual(before)
    expect(await fan.api.tracks.byId({ id: one })).toEqual(before[0])
    expect((await fan.api.stream.start({ trackId: one })).url).toEqual(expect.any(String))
  })

  it('is a duplicate still of the bytes it was made from', async () => {
    const admin = await app.signIn('admin')
    const { track, audio } = await addTrack(admin)
    const file = { ...audio, filename: 'again.wav' }
    await admin.api.tracks.remove({ ids: [track.id] })
    const duplicate = { duplicateOf: track.id }
    expect(await admin.api.tracks.presignUpload(file)).toMatchObject(duplicate)
    await expect(upload(admin, audio)).rejects.toThrow(track.id)
    const { url } = await admin.api.tracks
      .restore({ ids: [track.id] })
      .then(() => admin.api.stream.start({ trackId: track.id }))
    expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(audio.bytes)
  })

  it('is listed for admins who ask for it, and for nobody else', async () => {
    const { one, two, genre } = await shelved()
    await api.tracks.remove({ ids: [one] })
    const removed = await api.tracks.list({ removed: true, q: genre })
    expect(removed.items).toMatchObject([{ id: one, available: false }])
    expect((await api.tracks.list({ removed: false, q: genre })).items).toMatchObject([{ id: two }])
    expect(await refusal(listener.api.tracks.list({ removed: true }))).toEqual({
      code: 'FORBIDDEN',
      reason: 'forbidden',
    })
    const { nextCursor } = await api.tracks.list({ q: genre.slice(0, 5), limit: 1 })
    const crossed = api.tracks.list({
      q: genre.slice(0, 5),
      removed: true,
      cursor: nextCursor ?? '',
    })
    expect(await refusal(crossed)).toMatchObject({ reason: 'cursor_invalid' })
  })
})

describe('tracks.remove and restore', () => {
  it('count what changed, however often they come', async () => {
    const { one, two } = await shelved()
    const ids = [one, two, one, v7()]
    expect(await api.tracks.restore({ ids })).toEqual({ count: 0 })
    expect(await api.tracks.remove({ ids: [two] })).toEqual({ count: 1 })
    expect(await api.tracks.remove({ ids })).toEqual({ count: 1 })
    expect(await api.tracks.remove({ ids })).toEqual({ count: 0 })
    expect(await api.tracks.restore({ ids })).toEqual({ count: 2 })
    expect(await api.tracks.restore({ ids })).toEqual({ count: 0 })
  })

  it('remove each once when 50 remove the same, in every order', async () => {
    const ids = await shelve(em(), ...Array.from({ length: 100 }, () => ({ title: 'Many' })))
    for (const change of [api.tracks.remove, api.tracks.restore]) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) => change({ ids: n % 2 ? ids : ids.toReversed() })),
      )
      expect(answers.reduce((sum, answer) => sum + answer.count, 0)).toBe(100)
    }
  })

  it('take turns with each other, with plays and with updates', async () => {
    const { one } = await shelved()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n): Promise<unknown> => {
        const calls = [
          () => api.tracks.remove({ ids: [one] }),
          () => api.tracks.restore({ ids: [one] }),
          () => listener.api.stream.start({ trackId: one }),
          () => api.tracks.update({ id: one, year: 2000 + n }),
        ]
        return calls[n % 4]?.() ?? Promise.resolve()
      }),
    )
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(new Set(refused.map(({ reason }) => reason.code))).not.toContain('INTERNAL_SERVER_ERROR')
    await api.tracks.restore({ ids: [one] })
    const { playCount } = await api.tracks.byId({ id: one })
    expect((await listener.api.history.list({ trackId: one })).items).toHaveLength(playCount)
  })

  it('take 1 to 500 ids', async () => {
    for (const ids of [[], Array.from({ length: 501 }, () => v7()), ['x']])
      for (const change of [api.tracks.remove, api.tracks.restore])
        expect(await refusal(change({ ids }))).toMatchObject({
          reason: 'input_invalid',
          fields: { ids: expect.any(String) },
        })
  })
})
