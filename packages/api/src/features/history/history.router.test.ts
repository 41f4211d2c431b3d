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
