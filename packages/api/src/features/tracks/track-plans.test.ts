import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { planOf, recordingClient } from '../../test/recording-client.ts'
import { testApp } from '../../test/test-app.ts'

const artists = 300
const tracks = 20_000

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())
const listener = await app.signIn()

beforeAll(async () => {
  const em = app.services.orm.em.fork()
  for (const statement of [
    `insert into artists (id, created_at, name, name_key)
     select uuidv7(), now(), 'artist ' || n, 'artist ' || n from generate_series(1, ${artists}) n`,
    `insert into tracks (id, created_at, title, title_key, artist_id, genre, year, duration_ms,
       content_type, size_bytes, sha256, codec, object_key, search_text, play_count)
     select uuidv7(), now(), t.title, t.title, a.id, 'genre ' || n % 20, 1950 + n % 70, n % 999,
       'audio/flac', 1, n, 'FLAC', n, t.title || chr(10) || a.name, n % 500
     from generate_series(1, ${tracks}) n, lateral (select 'title ' || md5(n::text) as title) t,
       lateral (select id, name from artists where name_key = 'artist ' || 1 + n % ${artists}) a`,
  ])
    await em.execute(statement)
  // Until the commit is on the disk, no index can tell alone which rows are there.
  for (let seen = 0; seen === 0;) {
    await em.execute('vacuum analyze')
    const [row] = await em.execute<{ seen: number }[]>(
      `select relallvisible as seen from pg_class where relname = 'tracks'`,
    )
    seen = row?.seen ?? 0
  }
}, 60_000)

type ListInput = RouterInputs['tracks']['list']

/** The plan of the statement that a call makes, as text. */
async function planOfCall(call: () => Promise<unknown>): Promise<string> {
  await call()
  return planOf(statements.at(-1) ?? { text: '' }, app.services.config.databaseUrl)
}

const planOfList = (input: ListInput) => planOfCall(() => listener.api.tracks.list(input))

describe('a page of many tracks', () => {
  it.each([
    [{ sort: 'newest' }, 'tracks_listed_index'],
    [{ sort: 'oldest' }, 'tracks_listed_index'],
    [{ sort: 'title' }, 'tracks_title_key_id_index'],
    [{ sort: 'popular' }, 'tracks_popular_index'],
    [{ sort: 'duration' }, 'tracks_duration_ms_id_index'],
    [{ sort: 'artist' }, 'artists_name_key_unique'],
  ] as [ListInput, string][])(
    'by %j is read off an index, the next one too',
    async (input, index) => {
      const first = await planOfList(input)
      const { nextCursor } = await listener.api.tracks.list(input)
      const next = await planOfList({ ...input, cursor: nextCursor ?? undefined })
      for (const plan of [first, next]) {
        expect(plan).toMatch(new RegExp(`Index Scan (Backward )?using ${index}`))
        expect(plan).not.toContain('Seq Scan on tracks')
        expect(plan).not.toMatch(/^[ >-]*Sort .*\n.*Sort Key: (t\.|a\.)/m)
      }
      expect(next).toMatch(/Index Cond: \(\(?\w+ [<>]=? /)
    },
  )

  it('of a search is found by trigrams', async () => {
    expect(await planOfList({ q: 'abcd' })).toContain(
      'Bitmap Index Scan on tracks_search_text_index',
    )
  })

  it.each([
    [{ sort: 'newest' }, 'tracks_listed_index'],
    [{ sort: 'title' }, 'tracks_title_key_id_index'],
    [{ sort: 'popular' }, 'tracks_popular_index'],
    [{ sort: 'duration' }, 'tracks_duration_ms_id_index'],
    [{ genre: 'genre 7' }, 'tracks_genre_id_index'],
  ] as [ListInput, string][])(
    'far into the list by %j passes over the others in an index alone',
    async (input, index) => {
      const plan = await planOfList({ ...input, offset: input.genre ? 900 : 15_000 })
      expect(plan).toMatch(new RegExp(`Index Only Scan (Backward )?using ${index}`))
      expect(plan).not.toContain('Seq Scan on tracks')
    },
  )

  it('joins the details of a page alone, however far into the list', async () => {
    const plan = await planOfList({ sort: 'title', offset: 15_000 })
    const [, passedOver = ''] = plan.split('HashAggregate')
    expect(passedOver).toContain('tracks_title_key_id_index')
    expect(passedOver.split('Index Cond: (id = t_1.id)')[0]).not.toMatch(/artists|albums|favorites/)
  })

  it('is counted in an index alone', async () => {
    const count = await planOfCall(() => listener.api.tracks.count({}))
    expect(count).toMatch(/Index Only Scan using tracks_\w+_index/)
    expect(await planOfCall(() => listener.api.tracks.count({ genre: 'genre 7' }))).toContain(
      'Index Only Scan using tracks_genre_id_index',
    )
  })
})
