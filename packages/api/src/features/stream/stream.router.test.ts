import { randomUUID } from 'node:crypto'

import { v7 } from 'uuid'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { addTrack } from '../../test/tracks.ts'
import { Play } from '../history/play.entity.ts'
import { Track } from '../tracks/track.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
afterEach(() => vi.useRealTimers())

const em = () => app.services.orm.em.fork()
const admin = await app.signIn('admin')
const { track, audio } = await addTrack(admin, { title: 'Dawn' })
const trackId = track.id
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }

async function removedTrack(): Promise<string> {
  const { track: removed } = await addTrack(admin)
  await em().nativeUpdate(Track, { id: removed.id }, { removedAt: new Date() })
  return removed.id
}

describe('stream.start', () => {
  it('answers a link that a browser can seek in', async () => {
    const { api } = await app.signIn()
    const stream = await api.stream.start({ trackId })
    expect(stream).toEqual({
      playId: expect.any(String),
      url: expect.stringContaining('/audio/'),
      contentType: 'audio/wav',
      sizeBytes: audio.sizeBytes,
      durationMs: 1_000,
      loudness: null,
      expiresAt: expect.any(String),
    })
    const part = await fetch(stream.url, { headers: { range: 'bytes=10-19' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-type')).toBe('audio/wav')
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${audio.sizeBytes}`)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(audio.bytes.slice(10, 20))
    const rest = await fetch(stream.url, { headers: { range: `bytes=${audio.sizeBytes - 4}-` } })
    expect(new Uint8Array(await rest.arrayBuffer())).toEqual(audio.bytes.slice(-4))
    const past = await fetch(stream.url, { headers: { range: `bytes=${audio.sizeBytes}-` } })
    expect(past.status).toBe(416)
    const whole = await fetch(stream.url)
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(audio.bytes)
  })

  it('answers a link that opens nothing else', async () => {
    const { api } = await app.signIn()
    const { url } = await api.stream.start({ trackId })
    const mark = new URL(url).searchParams.get('x-segue-listener') ?? ''
    const other = (await addTrack(admin)).track.id
    const otherPath = new URL((await api.stream.start({ trackId: other })).url).pathname
    const forged = [
      url.replace(new URL(url).pathname, otherPath),
      url.replace('audio%2Fwav', 'text%2Fhtml'),
      url.replace(mark, 'somebody-else'),
      url.replace(/&x-segue-listener=[^&]*/, ''),
      url.replace('X-Amz-Expires=3600', 'X-Amz-Expires=86400'),
    ]
    expect(new Set(forged).add(url).size).toBe(6)
    for (const link of forged) expect((await fetch(link)).status).toBe(403)
    for (const method of ['PUT', 'DELETE', 'POST'])
      expect([403, 405]).toContain((await fetch(url, { method })).status)
  })

  it('writes the play before it answers, and counts it', async () => {
    const { api } = await app.signIn()
    const { playCount } = await api.tracks.byId({ id: trackId })
    const id = v7()
    const { playId } = await api.stream.start({ trackId, source: { kind: 'album', id } })
    expect(await em().findOneOrFail(Play, { id: playId })).toMatchObject({
      sourceKind: 'album',
      sourceId: id,
      listenedMs: 0,
      completed: false,
    })
    const { items } = await api.history.list({})
    expect(items).toMatchObject([{ playId, track: { title: 'Dawn', playCount: playCount + 1 } }])
  })

  it('opens one play for an attempt, however often its answer is lost on the way', async () => {
    const { api } = await app.signIn()
    const attemptId = randomUUID()
    const { playId } = await api.stream.start({ trackId, attemptId })
    const again = await api.stream.start({ trackId, attemptId })
    expect(again).toMatchObject({ playId, url: expect.stringContaining('/audio/') })
    await api.stream.start({ trackId, attemptId: randomUUID() })
    await api.stream.start({ trackId })
    const { items } = await api.history.list({})
    expect(items).toHaveLength(3)
    expect(items[2]).toMatchObject({ playId })
  })

  it('opens a play of their own for each listener of one attempt', async () => {
    const attemptId = randomUUID()
    const callers = [await app.signIn(), await app.signIn()]
    const plays = await Promise.all(
      callers.map(({ api }) => api.stream.start({ trackId, attemptId })),
    )
    expect(new Set(plays.map(({ playId }) => playId)).size).toBe(2)
  })

  it('counts both of two at once', async () => {
    const { track: quiet } = await addTrack(admin)
    const callers = await Promise.all(Array.from({ length: 6 }, () => app.signIn()))
    await Promise.all(callers.map(({ api }) => api.stream.start({ trackId: quiet.id })))
    expect(await admin.api.tracks.byId({ id: quiet.id })).toMatchObject({ playCount: 6 })
  })

  it('does not know a track that was removed, or never was', async () => {
    const { api } = await app.signIn()
    for (const id of [await removedTrack(), v7()])
      expect(await refusal(api.stream.start({ trackId: id }))).toEqual(notFound)
    expect((await api.history.list({})).items).toEqual([])
  })
})

describe('a link', () => {
  const halfHourMs = 1_800_000
  const start = new Date('2030-01-01T00:00:00.400Z').getTime()
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }))

  it('is the same while half of its life is left, and then another', async () => {
    const { api } = await app.signIn()
    const links = new Map<string, number[]>()
    for (let minute = 0; minute < 120; minute += 6) {
      vi.setSystemTime(start + minute * 60_000)
      const { items } = await api.stream.prepare({ trackIds: [trackId] })
      const { url = '', expiresAt = '' } = items[0] ?? {}
      links.set(url, [...(links.get(url) ?? []), Date.parse(expiresAt) - Date.now()])
    }
    expect([...links.values()].every((lives) => lives.length <= 5)).toBe(true)
    expect(links.size).toBeGreaterThanOrEqual(4)
    expect(links.size).toBeLessThanOrEqual(5)
    const lives = [...links.values()].flat()
    expect(Math.max(...lives)).toBeLessThanOrEqual(2 * halfHourMs)
    expect(Math.min(...lives)).toBeGreaterThanOrEqual(halfHourMs)
  })

  it('is the same by start, prepare and renew, and never that of another listener', async () => {
    const [one, other] = [await app.signIn(), await app.signIn()]
    const { url, playId } = await one.api.stream.start({ trackId })
    const { items } = await one.api.stream.prepare({ trackIds: [trackId] })
    expect(items[0]?.url).toBe(url)
    expect((await one.api.stream.renew({ playId })).url).toBe(url)
    expect((await other.api.stream.start({ trackId })).url).not.toBe(url)
  })
})

describe('stream.prepare', () => {
  it('gives links in the order asked for, without those of removed tracks, and no history', async () => {
    const { api } = await app.signIn()
    const others = [(await addTrack(admin)).track.id, (await addTrack(admin)).track.id]
    const trackIds = [
      others[1] ?? '',
      await removedTrack(),
      trackId,
      v7(),
      others[0] ?? '',
      trackId,
    ]
    const { items } = await api.stream.prepare({ trackIds })
    expect(items.map((item) => item.trackId)).toEqual([others[1], trackId, others[0]])
    expect(items[1]).toEqual({
      trackId,
      loudness: null,
      url: expect.any(String),
      contentType: 'audio/wav',
      sizeBytes: audio.sizeBytes,
      durationMs: 1_000,
      expiresAt: expect.any(String),
    })
    expect((await fetch(items[1]?.url ?? '')).status).toBe(200)
    expect((await api.history.list({})).items).toEqual([])
  })

  it('takes 1 to 20 tracks', async () => {
    const { api } = await app.signIn()
    for (const trackIds of [[], Array.from({ length: 21 }, () => trackId), ['x']])
      expect(await refusal(api.stream.prepare({ trackIds }))).toMatchObject({
        reason: 'input_invalid',
        fields: { trackIds: expect.any(String) },
      })
  })
})

describe('stream.renew', () => {
  it('gives a link for the same play and leaves no second one', async () => {
    const { api } = await app.signIn()
    const { playId } = await api.stream.start({ trackId })
    const renewed = await api.stream.renew({ playId })
    expect(renewed).toEqual({ url: expect.any(String), expiresAt: expect.any(String) })
    expect((await fetch(renewed.url)).status).toBe(200)
    expect((await api.history.list({})).items).toHaveLength(1)
  })

  it("does not know another's play, or one of a removed track", async () => {
    const [one, other] = [await app.signIn(), await app.signIn()]
    const { playId } = await one.api.stream.start({ trackId })
    for (const id of [playId, v7()])
      expect(await refusal(other.api.stream.renew({ playId: id }))).toEqual(notFound)
    const { track: going } = await addTrack(admin)
    const gone = await one.api.stream.start({ trackId: going.id })
    await em().nativeUpdate(Track, { id: going.id }, { removedAt: new Date() })
    expect(await refusal(one.api.stream.renew({ playId: gone.playId }))).toEqual(notFound)
    expect((await fetch(gone.url)).status).toBe(200)
  })
})

describe('stream.report', () => {
  it('keeps the largest listenedMs, in whatever order reports come', async () => {
    const { api } = await app.signIn()
    const { playId } = await api.stream.start({ trackId })
    const reports = [100, 400, 300, 400, 0].map((listenedMs) => ({
      playId,
      listenedMs,
      positionMs: listenedMs,
    }))
    for (const report of reports) expect(await api.stream.report(report)).toEqual({})
    expect(await em().findOneOrFail(Play, { id: playId })).toMatchObject({
      listenedMs: 400,
      positionMs: 400,
      completed: false,
    })
    await Promise.all(
      [450, 490, 460].map((listenedMs) => api.stream.report({ playId, listenedMs, positionMs: 0 })),
    )
    expect((await api.history.list({})).items).toMatchObject([{ listenedMs: 490 }])
  })

  it.each([
    [60_000 * 5, { listenedMs: 29_999 }, false],
    [60_000 * 5, { listenedMs: 30_000 }, true],
    [20_000, { listenedMs: 9_999 }, false],
    [20_000, { listenedMs: 10_000 }, true],
    [60_000 * 5, { listenedMs: 1, ended: true }, true],
    [60_000 * 5, { listenedMs: 1, ended: false }, false],
  ])('of a track of %i ms with %j: completed is %s', async (durationMs, report, completed) => {
    const { api } = await app.signIn()
    const { track: long } = await addTrack(admin, { durationMs })
    const { playId } = await api.stream.start({ trackId: long.id })
    await api.stream.report({ playId, positionMs: 0, ...report })
    await api.stream.report({ playId, positionMs: 0, listenedMs: 0 })
    expect((await api.history.list({})).items).toMatchObject([{ playId, completed }])
  })

  it("does not know another's play", async () => {
    const [one, other] = [await app.signIn(), await app.signIn()]
    const { playId } = await one.api.stream.start({ trackId })
    const report = { playId, positionMs: 1, listenedMs: 1 }
    expect(await refusal(other.api.stream.report(report))).toEqual(notFound)
    expect(await em().findOneOrFail(Play, { id: playId })).toMatchObject({ listenedMs: 0 })
  })

  it('refuses times that are none', async () => {
    const { api } = await app.signIn()
    for (const listenedMs of [-1, 0.5, 1e12, Number.NaN])
      expect(
        await refusal(api.stream.report({ playId: v7(), positionMs: 0, listenedMs })),
      ).toMatchObject({
        fields: { listenedMs: expect.any(String) },
      })
  })
})
