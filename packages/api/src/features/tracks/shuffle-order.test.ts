import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { recordingClient } from '../../test/recording-client.ts'
import { testApp } from '../../test/test-app.ts'
import { walk } from '../../test/walk.ts'
import { shuffleOrder, shufflePlaces } from './shuffle-order.ts'

const tracks = 20_000
const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())
const em = () => app.services.orm.em.fork()
const { api, user } = await app.signIn()

beforeAll(async () => {
  for (const statement of [
    `insert into artists (id, created_at, name, name_key) values (uuidv7(), now(), 'A', 'a')`,
    `insert into tracks (id, created_at, title, title_key, artist_id, duration_ms, content_type,
       size_bytes, sha256, codec, object_key, search_text, genre)
     select uuidv7(), now(), 't', 't', a.id, 1000, 'audio/flac', 1, n, 'FLAC', n, 't',
       case when n % 500 = 0 then 'Rare' else 'Usual' end
     from generate_series(1, ${tracks}) n, artists a`,
    `insert into favorites (user_id, track_id, created_at)
     select '${user.id}', id, now() from tracks where genre = 'Rare'`,
    'vacuum analyze',
  ])
    await em().execute(statement)
}, 60_000)

/** The plans of what was asked of the tracks by their shuffle keys since the last look. */
async function walks(): Promise<string[]> {
  const asked = statements.splice(0).filter(({ text }) => text.includes('shuffle_key'))
  const client = new Client(app.services.config.databaseUrl)
  await client.connect()
  // As the planner has it by itself where there are some 100,000 tracks.
  await client.query('set enable_hashjoin = off')
  await client.query('set enable_seqscan = off')
  try {
    const plans: string[] = []
    for (const { text, values } of asked) {
      const { rows } = await client.query(`explain ${text}`, values)
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }
    return plans
  } finally {
    await client.end()
  }
}

describe('a shuffle', () => {
  it('finds the key at a place that the database finds at the place of that key', async () => {
    for (const seed of [0, 7, -1, 9_007_199_254_740_991]) {
      const { place, keyAt } = shuffleOrder(seed)
      const places = Array.from({ length: 500 }, (_, at) => at * 2_097)
      const { rows } = await sql<{ place: number }>`
        select ${place} as place
        from unnest(${places.map(keyAt)}::integer[]) with ordinality t (shuffle_key, at)
        order by at`.execute(em().getKysely())
      expect(rows.map((row) => row.place)).toEqual(places)
    }
  })

  it('has each key at one place', () => {
    const { keyAt } = shuffleOrder(3)
    const keys = new Set<number>()
    for (let place = 0; place < shufflePlaces; place++) keys.add(keyAt(place))
    expect(keys.size).toBe(shufflePlaces)
    expect(keys.has(shufflePlaces)).toBe(false)
  })

  it('of a large library is walked over the index of keys, without reading the rest', async () => {
    statements.length = 0
    const first = await api.tracks.list({ sort: 'shuffle', seed: 1, limit: 10 })
    await api.tracks.list({ sort: 'shuffle', seed: 1, limit: 10, cursor: first.nextCursor ?? '' })
    const plans = await walks()
    expect(plans.length).toBeGreaterThan(1)
    for (const plan of plans) {
      expect(plan).toContain('Index Scan using tracks_shuffle_key_index')
      expect(plan).not.toContain('Seq Scan on tracks')
    }
  })

  it('is one order, whether it is walked or sorted', async () => {
    const list = { sort: 'shuffle', seed: 5 } as const
    const sorted = await api.tracks.list({ ...list, limit: 100 })
    const walked: string[] = []
    for (let cursor: string | undefined, page = 0; page < 10; page++) {
      const { items, nextCursor } = await api.tracks.list({ ...list, limit: 10, cursor })
      walked.push(...items.map(({ id }) => id))
      cursor = nextCursor ?? undefined
    }
    expect(walked).toEqual(sorted.items.map(({ id }) => id))
  })

  it('of a filtered list brings each of its tracks once, and none besides', async () => {
    for (const filter of [{ genre: 'Rare' }, { favorite: true }]) {
      const list = { ...filter, sort: 'shuffle', seed: 11, limit: 25 } as const
      const all = await walk((cursor) => api.tracks.list({ ...list, cursor }))
      expect(all).toHaveLength(tracks / 500)
      expect(new Set(all.map(({ id }) => id)).size).toBe(tracks / 500)
      expect(all.every(({ genre, favorite }) => genre === 'Rare' && favorite)).toBe(true)
    }
  })

  it('of a large list never brings a track again', async () => {
    const list = { genre: 'Usual', sort: 'shuffle', seed: 2, limit: 100 } as const
    const ids = new Set<string>()
    for (let cursor: string | undefined, page = 0; page < 40; page++) {
      const { items, nextCursor } = await api.tracks.list({ ...list, cursor })
      for (const { id } of items) ids.add(id)
      cursor = nextCursor ?? undefined
    }
    expect(ids.size).toBe(4_000)
  })

  it('scatters what was near in another one', async () => {
    const order = async (seed: number) => {
      const list = { favorite: true, sort: 'shuffle', seed, limit: 100 } as const
      return (await api.tracks.list(list)).items.map(({ id }) => id)
    }
    const [one, two] = [await order(1), await order(2)]
    const pairs = new Set(one.map((id, at) => `${id} ${one[at + 1]}`))
    const kept = two.filter((id, at) => pairs.has(`${id} ${two[at + 1]}`))
    expect(kept.length).toBeLessThan(8)
  })
})
