import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { recordingClient } from '../../test/recording-client.ts'
import { testApp } from '../../test/test-app.ts'
import type { Page } from '../../trpc/page.ts'

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())
const { api, user } = await app.signIn('admin')

beforeAll(async () => {
  const em = app.services.orm.em.fork()
  for (const statement of [
    `insert into artists (id, created_at, name, name_key)
     select uuidv7(), now(), n, 'artist ' || n from generate_series(1, 2000) n`,
    `insert into albums (id, created_at, title, title_key, artist_id)
     select uuidv7(), now(), n, 'album ' || n, a.id
     from generate_series(1, 4000) n join artists a on a.name = (1 + n % 2000)::text`,
    `insert into tracks (id, created_at, title, title_key, artist_id, album_id, duration_ms,
       content_type, size_bytes, sha256, codec, object_key, search_text, removed_at)
     select uuidv7(), now(), n, n, al.artist_id, al.id, 1000, 'audio/flac', 1, n, 'FLAC', n, n,
       case when n % 50 = 0 then now() end
     from generate_series(1, 20000) n join albums al on al.title = (1 + n % 4000)::text`,
    `insert into favorites (user_id, track_id, created_at)
     select '${user.id}', id, now() - random() * interval '1 year' from tracks`,
    `insert into plays (id, user_id, track_id, played_at)
     select uuidv7(), '${user.id}', id, now() - random() * interval '1 year' from tracks`,
    'vacuum analyze',
  ])
    await em.execute(statement)
}, 60_000)

/** The plan of the statement that a call makes, as text. */
async function planOf(call: () => Promise<Page<unknown>>) {
  const { nextCursor } = await call()
  const { text = '', values } = statements.at(-1) ?? {}
  const client = new Client(app.services.config.databaseUrl)
  await client.connect()
  try {
    const { rows } = await client.query(`explain ${text}`, values)
    return { plan: rows.map((row) => row['QUERY PLAN']).join('\n'), nextCursor }
  } finally {
    await client.end()
  }
}

const day = { from: new Date(Date.now() - 86_400_000).toISOString() }

describe('a page of a large library', () => {
  it.each<[string, (cursor?: string) => Promise<Page<unknown>>, string]>([
    ['artists', (cursor) => api.artists.list({ cursor }), 'artists_name_key_unique'],
    ['new artists', (cursor) => api.artists.list({ cursor, sort: 'newest' }), 'artists_pkey'],
    ['albums', (cursor) => api.albums.list({ cursor }), 'albums_title_key_id_index'],
    ['new albums', (cursor) => api.albums.list({ cursor, sort: 'newest' }), 'albums_pkey'],
    [
      'favourites',
      (cursor) => api.favorites.list({ cursor }),
      'favorites_(user_id_)?created_at_index',
    ],
    [
      "everybody's favourites",
      (cursor) => api.admin.favorites.list({ cursor }),
      'favorites_created_at_index',
    ],
    ["everybody's plays", (cursor) => api.admin.history.list({ cursor }), 'plays_pkey'],
    [
      "a day's plays",
      (cursor) => api.admin.history.list({ cursor, ...day }),
      'plays_(user_id_)?played_at_index',
    ],
  ])('of %s is read off an index, the next one too', async (_, list, index) => {
    const { plan, nextCursor } = await planOf(() => list())
    const next = await planOf(() => list(nextCursor ?? undefined))
    for (const each of [plan, next.plan]) {
      expect(each).toMatch(new RegExp(`Index (Only )?Scan (Backward )?(using|on) ${index}`))
      expect(each).not.toMatch(/Seq Scan on (tracks|albums|plays|favorites)/)
    }
  })
})
