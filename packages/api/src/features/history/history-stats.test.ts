import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { recordingClient } from '../../test/recording-client.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { timeZoneSchema } from '../../text/time-zone.schema.ts'
import { toDomainError } from '../../trpc/errors.ts'
import { readHistoryStats } from './history-stats.ts'
import { Play } from './play.entity.ts'

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const [dawn = '', dusk = '', noon = ''] = await shelve(
  em(),
  { title: 'Dawn', artist: 'Birds' },
  { title: 'Dusk', artist: 'Owls' },
  { title: 'Noon', artist: 'Owls' },
)

/** A listener who heard these tracks then, for a second each time. */
async function listenerWith(...plays: [track: string, playedAt: string][]) {
  const listener = await app.signIn()
  for (const [track, playedAt] of plays)
    await em().insert(Play, {
      id: v7(),
      user: listener.user.id,
      track,
      playedAt: new Date(playedAt),
      positionMs: 0,
      listenedMs: 1_000,
      completed: false,
      sourceKind: null,
      sourceId: null,
    })
  return listener
}

const heard = (plays: number) => ({ plays, listenedMs: plays * 1_000 })

describe('history.stats', () => {
  it('adds up plays, by track, artist and day', async () => {
    const { api } = await listenerWith(
      [dawn, '2026-01-01T10:00:00Z'],
      [dawn, '2026-01-01T11:00:00Z'],
      [dusk, '2026-01-01T23:59:59.999Z'],
      [noon, '2026-01-02T00:00:00Z'],
      [noon, '2026-03-01T00:00:00Z'],
      [noon, '2026-03-01T00:05:00Z'],
    )
    const [dawnTrack, duskTrack, noonTrack] = await Promise.all(
      [dawn, dusk, noon].map((id) => api.tracks.byId({ id })),
    )
    expect(await api.history.stats({})).toEqual({
      ...heard(6),
      distinct: { tracks: 3, artists: 2, albums: 0 },
      topTracks: [
        { track: noonTrack, ...heard(3) },
        { track: dawnTrack, ...heard(2) },
        { track: duskTrack, ...heard(1) },
      ],
      topArtists: [
        { artist: duskTrack?.artist, ...heard(4) },
        { artist: dawnTrack?.artist, ...heard(2) },
      ],
      perDay: [
        { day: '2026-01-01', ...heard(3) },
        { day: '2026-01-02', ...heard(1) },
        { day: '2026-03-01', ...heard(2) },
      ],
      topAlbums: [],
      topGenres: [],
      perHour: [
        { hour: 0, ...heard(3) },
        { hour: 10, ...heard(1) },
        { hour: 11, ...heard(1) },
        { hour: 23, ...heard(1) },
      ],
      perWeekday: [
        { weekday: 4, ...heard(3) },
        { weekday: 5, ...heard(1) },
        { weekday: 7, ...heard(2) },
      ],
      perYear: [{ year: 2026, ...heard(6) }],
      longestStreak: { days: 2, from: '2026-01-01', to: '2026-01-02' },
      firstPlayedAt: '2026-01-01T10:00:00.000Z',
    })
  })

  it('adds up by album and genre, tracks without them left out', async () => {
    const [first = '', second = '', alone = ''] = await shelve(
      em(),
      { title: 'First', artist: 'Duo', album: 'Pair', genre: 'Folk' },
      { title: 'Second', artist: 'Duo', album: 'Pair', genre: 'Jazz' },
      { title: 'Alone', artist: 'Duo', genre: 'Jazz' },
    )
    const { api } = await listenerWith(
      [first, '2026-01-01T10:00:00Z'],
      [second, '2026-01-01T11:00:00Z'],
      [alone, '2026-01-01T12:00:00Z'],
      [dawn, '2026-01-01T12:00:00Z'],
    )
    const { artist, album } = await api.tracks.byId({ id: first })
    const { topAlbums, topGenres, distinct } = await api.history.stats({})
    expect(topAlbums).toEqual([{ album: { ...album, artist, coverUrl: null }, ...heard(2) }])
    expect(topGenres).toEqual([
      { genre: 'Jazz', ...heard(2) },
      { genre: 'Folk', ...heard(1) },
    ])
    expect(distinct).toEqual({ tracks: 4, artists: 2, albums: 1 })
  })

  it('tells hours, weekdays and years by the clocks of the time zone', async () => {
    const { api } = await listenerWith(
      [dawn, '2025-12-31T14:59:59Z'],
      [dawn, '2025-12-31T15:00:00Z'],
      [dawn, '2026-07-01T00:30:00Z'],
    )
    const seoul = await api.history.stats({ timeZone: 'Asia/Seoul' })
    expect(seoul.perHour.map(({ hour }) => hour)).toEqual([0, 9, 23])
    expect(seoul.perWeekday).toEqual([
      { weekday: 3, ...heard(2) },
      { weekday: 4, ...heard(1) },
    ])
    expect(seoul.perYear.map(({ year, plays }) => [year, plays])).toEqual([
      [2025, 1],
      [2026, 2],
    ])
    // Half an hour off UTC, and an hour more in summer than in winter.
    const adelaide = await api.history.stats({ timeZone: 'Australia/Adelaide' })
    expect(adelaide.perHour.map(({ hour }) => hour)).toEqual([1, 10])
  })

  it('finds the most days in a row, the latest of as many', async () => {
    const days = ['01', '02', '02', '05', '06', '09', '11', '12']
    const { api } = await listenerWith(
      ...days.map((day): [string, string] => [dawn, `2026-01-${day}T12:00:00Z`]),
    )
    const { longestStreak } = await api.history.stats({})
    expect(longestStreak).toEqual({ days: 2, from: '2026-01-11', to: '2026-01-12' })
    const { longestStreak: inSpan, firstPlayedAt } = await api.history.stats({
      from: '2026-01-06T00:00:00Z',
      to: '2026-01-12T00:00:00Z',
    })
    expect(inSpan).toEqual({ days: 1, from: '2026-01-11', to: '2026-01-11' })
    expect(firstPlayedAt).toBe('2026-01-01T12:00:00.000Z')
  })

  it('counts from `from`, up to `to`, which is not in', async () => {
    const { api } = await listenerWith(
      [dawn, '2026-01-01T10:00:00Z'],
      [dusk, '2026-01-02T10:00:00Z'],
      [noon, '2026-01-03T10:00:00Z'],
    )
    const span = { from: '2026-01-02T10:00:00Z', to: '2026-01-03T10:00:00Z' }
    const { plays, topTracks, perDay } = await api.history.stats(span)
    expect(plays).toBe(1)
    expect(topTracks).toMatchObject([{ track: { title: 'Dusk' } }])
    expect(perDay).toEqual([{ day: '2026-01-02', ...heard(1) }])
  })

  it.each([
    ['Asia/Seoul', ['2026-01-01', '2026-01-02']],
    ['America/Los_Angeles', ['2025-12-31', '2026-01-01']],
    ['Asia/Kathmandu', ['2026-01-01', '2026-01-02']],
    ['Etc/GMT+9', ['2025-12-31', '2026-01-01']],
    ['UTC', ['2026-01-01']],
  ])('tells the days of %s', async (timeZone, days) => {
    const { api } = await listenerWith(
      [dawn, '2026-01-01T02:00:00Z'],
      [dawn, '2026-01-01T20:00:00Z'],
    )
    expect((await api.history.stats({ timeZone })).perDay.map(({ day }) => day)).toEqual(days)
  })

  it.each([
    '+09:00',
    '',
    'Mars/Olympus',
    "UTC'; drop table plays; --",
    'x'.repeat(200),
    '\0',
    'UTC+3',
  ])('refuses %j as a time zone', async (timeZone) => {
    const { api } = await app.signIn()
    expect(await refusal(api.history.stats({ timeZone }))).toMatchObject({
      reason: 'input_invalid',
      fields: { timeZone: expect.any(String) },
    })
  })

  it('knows every time zone that clients name', async () => {
    const names = Intl.supportedValuesOf('timeZone')
    const refused = names.filter((name) => !timeZoneSchema.safeParse(name).success)
    expect(refused).toEqual([])
    // Which the database would refuse by an error.
    await em().execute('select now() at time zone z from json_array_elements_text(?) z', [
      JSON.stringify(names),
    ])
  })

  it('refuses a time zone that the database alone does not know', async () => {
    const { user } = await listenerWith([dawn, '2026-01-01T02:00:00Z'])
    const error = await readHistoryStats(em(), user.id, { timeZone: 'Mars/Olympus' }).catch(
      (thrown: unknown) => thrown,
    )
    expect(toDomainError(error).reason).toBe('input_invalid')
  })

  it("counts removed tracks, and nobody else's plays", async () => {
    const [gone = ''] = await shelve(em(), { title: 'Gone', removedAt: new Date() })
    const { api } = await listenerWith([gone, '2026-01-01T10:00:00Z'])
    expect(await api.history.stats()).toMatchObject({
      ...heard(1),
      topTracks: [{ track: { title: 'Gone', available: false } }],
    })
    const { api: other } = await app.signIn()
    expect(await other.history.stats({})).toEqual({
      ...heard(0),
      distinct: { tracks: 0, artists: 0, albums: 0 },
      topTracks: [],
      topArtists: [],
      topAlbums: [],
      topGenres: [],
      perHour: [],
      perWeekday: [],
      perDay: [],
      perYear: [],
      longestStreak: null,
      firstPlayedAt: null,
    })
  })

  it('ends at 20 tracks and artists and at 366 days, the last ones', async () => {
    const ids = await shelve(
      em(),
      ...Array.from({ length: 25 }, (_, n) => ({ title: `T${n}`, artist: `A${n}` })),
    )
    const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n, 12)).toISOString()
    const { api } = await listenerWith(
      ...Array.from({ length: 400 }, (_, n): [string, string] => [ids[n % 25] ?? '', day(n)]),
    )
    const { topTracks, topArtists, perDay, plays } = await api.history.stats({})
    expect([topTracks.length, topArtists.length, perDay.length, plays]).toEqual([20, 20, 366, 400])
    expect(perDay[0]?.day).toBe(day(34).slice(0, 10))
    expect(perDay.at(-1)?.day).toBe(day(399).slice(0, 10))
  })

  it('costs two statements by cookie, the sign-in among them', async () => {
    const { request } = await listenerWith([dawn, '2026-01-01T10:00:00Z'])
    const { api } = app.client({ ...request })
    await api.history.stats({})
    statements.length = 0
    await api.history.stats({})
    expect(statements).toHaveLength(2)
  })
})
