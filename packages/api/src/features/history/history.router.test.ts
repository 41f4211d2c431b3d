import { v7 } from 'uuid'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { Track } from '../tracks/track.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
afterEach(() => vi.useRealTimers())

const em = () => app.services.orm.em.fork()
const [one = '', two = ''] = await shelve(em(), { title: 'One' }, { title: 'Two', album: 'Both' })
const minuteMs = 60_000
const start = new Date('2030-01-01T00:00:00Z').getTime()

/** A listener who began a play a minute, the tracks in turn. */
async function listenerOf(plays: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  const listener = await app.signIn()
  for (let index = 0; index < plays; index++) {
    vi.setSystemTime(start + index * minuteMs)
    await listener.api.stream.start({ trackId: index % 2 ? two : one })
  }
  const list = (input: RouterInputs['history']['list']) => listener.api.history.list(input)
  return { ...listener, list }
}

const at = (minutes: number) => new Date(start + minutes * minuteMs).toISOString()

describe('history.remove and clear', () => {
  it('take lines out of the history, and leave the counts of the tracks', async () => {
    const { list, api } = await listenerOf(5)
    const { playCount } = await api.tracks.byId({ id: one })
    const lines = (await list({})).items.map(({ playId }) => playId)
    expect(await api.history.remove({ playId: lines[1] ?? '' })).toEqual({})
    expect((await list({})).items.map(({ playId }) => playId)).toEqual(
      lines.filter((_, index) => index !== 1),
    )
    expect(await api.history.clear()).toEqual({})
    expect(await api.history.clear()).toEqual({})
    expect((await list({})).items).toEqual([])
    expect((await api.tracks.byId({ id: one })).playCount).toBe(playCount)
  })

  it("do not know another's line, nor one that is gone, and clear nobody else's", async () => {
    const [mine, theirs] = [await listenerOf(2), await listenerOf(2)]
    const playId = (await theirs.list({})).items[0]?.playId ?? ''
    const [gone] = (await mine.list({})).items
    await mine.api.history.remove({ playId: gone?.playId ?? '' })
    for (const id of [playId, gone?.playId ?? '', v7()])
      expect(await refusal(mine.api.history.remove({ playId: id }))).toEqual({
        code: 'NOT_FOUND',
        reason: 'not_found',
      })
    await mine.api.history.clear()
    expect((await theirs.list({})).items).toHaveLength(2)
  })

  it('take away once, of 20 at once, and report no more to what is gone', async () => {
    const { api, list } = await listenerOf(1)
    const playId = (await list({})).items[0]?.playId ?? ''
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => api.history.remove({ playId })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const report = api.stream.report({ playId, positionMs: 1, listenedMs: 1 })
    expect(await refusal(report)).toMatchObject({ reason: 'not_found' })
  })

  it('take away many at once, passing over what is not in the caller’s history', async () => {
    const [mine, theirs] = [await listenerOf(4), await listenerOf(1)]
    const [a = '', b = '', ...rest] = (await mine.list({})).items.map(({ playId }) => playId)
    const foreign = (await theirs.list({})).items[0]?.playId ?? ''
    const playIds = [a, b, b, foreign, v7()]
    expect(await mine.api.history.removeMany({ playIds })).toEqual({ count: 2 })
    expect(await mine.api.history.removeMany({ playIds })).toEqual({ count: 0 })
    expect((await mine.list({})).items.map(({ playId }) => playId)).toEqual(rest)
    expect((await theirs.list({})).items).toHaveLength(1)
  })

  it('go on at once with plays that begin and end', async () => {
    const { api, list } = await listenerOf(3)
    const lines = (await list({})).items
    await Promise.all([
      ...Array.from({ length: 5 }, () => api.history.clear()),
      ...Array.from({ length: 5 }, () => api.stream.start({ trackId: one })),
      ...lines.map(({ playId }) => api.history.remove({ playId }).catch(() => null)),
    ])
    await api.history.clear()
    expect((await list({})).items).toEqual([])
  })
})

describe('history.list', () => {
  it('shows what was played, the latest first, with the track as the caller sees it', async () => {
    const { list, api } = await listenerOf(2)
    const track = await api.tracks.byId({ id: two })
    const { items, nextCursor } = await list({})
    expect(items[0]).toEqual({
      playId: expect.any(String),
      track,
      playedAt: at(1),
      listenedMs: 0,
      completed: false,
      source: null,
    })
    expect(items.map((item) => item.track.title)).toEqual(['Two', 'One'])
    expect(nextCursor).toBeNull()
  })

  it('gives each play once over all pages, while others are added', async () => {
    const { list, api } = await listenerOf(11)
    const whole = (await list({})).items.map(({ playId }) => playId)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const { items, nextCursor } = await list({ limit: 3, cursor })
      paged.push(...items.map(({ playId }) => playId))
      cursor = nextCursor ?? undefined
      await api.stream.start({ trackId: one })
    } while (cursor)
    expect(paged).toEqual(whole)
    expect(new Set(paged).size).toBe(11)
  })

  it('filters by track and by time: from is in, to is not', async () => {
    const { list } = await listenerOf(6)
    const playedAt = async (input: RouterInputs['history']['list']) =>
      (await list(input)).items.map((item) => item.playedAt)
    expect(await playedAt({ trackId: two })).toEqual([at(5), at(3), at(1)])
    expect(await playedAt({ trackId: v7() })).toEqual([])
    expect(await playedAt({ from: at(2), to: at(4) })).toEqual([at(3), at(2)])
    expect(await playedAt({ from: '2030-01-01T09:05:00+09:00' })).toEqual([at(5)])
    expect(await playedAt({ trackId: one, to: at(2) })).toEqual([at(0)])
    expect(await playedAt({ to: '2030-01-02T00:00:00+23:59' })).toEqual([at(0)])
  })

  it('finds by words of title, artist and album, and by what was heard to the end', async () => {
    const { list, api } = await listenerOf(4)
    const [, last] = (await list({})).items
    await api.stream.report({
      playId: last?.playId ?? '',
      positionMs: 0,
      listenedMs: 180_000,
      ended: true,
    })
    const found = async (input: RouterInputs['history']['list']) =>
      (await list(input)).items.map((item) => `${item.track.title} ${item.playedAt}`)
    expect(await found({ q: 'bóTH two' })).toEqual([`Two ${at(3)}`, `Two ${at(1)}`])
    expect(await found({ q: 'one', to: at(2) })).toEqual([`One ${at(0)}`])
    expect(await found({ q: '%' })).toEqual([])
    expect(await found({ completed: true })).toEqual([`One ${at(2)}`])
    expect(await found({ completed: false, q: 'one' })).toEqual([`One ${at(0)}`])
    const { nextCursor } = await list({ q: 'two', limit: 1 })
    expect(await found({ q: 'two', cursor: nextCursor ?? '' })).toEqual([`Two ${at(1)}`])
    expect(await refusal(list({ q: 'one', cursor: nextCursor ?? '' }))).toMatchObject({
      reason: 'cursor_invalid',
    })
  })

  it('says where a play was begun from, by the name it has now, if that may be seen', async () => {
    const [{ api }, owner] = [await app.signIn(), await app.signIn()]
    const album = (await api.tracks.byId({ id: two })).album
    const own = await api.playlists.create({ name: 'Own' })
    const theirs = await owner.api.playlists.create({ name: 'Shared', isPublic: true })
    const sources = [
      { kind: 'album', id: album?.id },
      { kind: 'playlist', id: own.id },
      { kind: 'playlist', id: theirs.id },
      { kind: 'search' },
    ] as const
    for (const source of sources) await api.stream.start({ trackId: two, source })
    const named = async () =>
      (await api.history.list({})).items.toReversed().map(({ source }) => source?.name)
    expect(await named()).toEqual(['Both', 'Own', 'Shared', null])
    expect((await api.history.list({})).items[3]?.source).toEqual({ ...sources[0], name: 'Both' })
    await owner.api.playlists.update({ id: theirs.id, name: 'Hidden', isPublic: false })
    await api.playlists.remove({ id: own.id })
    expect(await named()).toEqual(['Both', null, null, null])
  })

  it("is nobody else's", async () => {
    await listenerOf(1)
    expect((await (await app.signIn()).api.history.list({})).items).toEqual([])
  })

  it('keeps the line of a removed track, marked', async () => {
    const [gone = ''] = await shelve(em(), { title: 'Gone' })
    const { api } = await app.signIn()
    await api.stream.start({ trackId: gone })
    await em().nativeUpdate(Track, { id: gone }, { removedAt: new Date() })
    expect((await api.history.list({})).items).toMatchObject([
      { track: { title: 'Gone', available: false } },
    ])
  })

  it('refuses cursors of another filter, another person or nobody, and bad instants', async () => {
    const [mine, theirs] = [await listenerOf(3), await listenerOf(3)]
    const cursor = (await mine.list({ limit: 1 })).nextCursor ?? ''
    const refused = { code: 'BAD_REQUEST', reason: 'cursor_invalid' }
    expect(await refusal(mine.list({ limit: 1, cursor, trackId: one }))).toEqual(refused)
    expect(await refusal(theirs.list({ limit: 1, cursor }))).toEqual(refused)
    expect(await refusal(mine.list({ cursor: 'x' }))).toEqual(refused)
    for (const from of [
      'yesterday',
      '2030-13-01T00:00:00Z',
      '2030-01-01',
      '',
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00+00:01',
      '9999-12-31T23:59:59-00:01',
    ])
      expect(await refusal(mine.list({ from }))).toMatchObject({
        reason: 'input_invalid',
        fields: { from: expect.any(String) },
      })
  })
})
