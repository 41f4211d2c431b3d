import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createSegue } from '@segue/client'
import { Client } from 'pg'

import { startPostgres } from '../apps/server/src/embedded/postgres.ts'
import { startServer } from '../apps/server/src/test/server-process.ts'
import type { Account } from './accounts.ts'
import { addTrack, tone } from './library.ts'

export interface LargeLibrary extends AsyncDisposable {
  url: string
  admin: Account
  /** Puts the tracks from one number to another into the album of that title, in their order. */
  gather(title: string, first: number, last: number): Promise<void>
}

/**
 * A server of its own with so many tracks, written into its database: one file plays for all.
 * Tracks are called `Track 000001` and on, the last one is the newest. Ten make an album, 40 an
 * artist.
 */
export async function startLargeLibrary(count: number): Promise<LargeLibrary> {
  const directory = await mkdtemp(path.join(tmpdir(), 'segue-large-'))
  const postgres = await startPostgres({ directory: path.join(directory, 'pg'), durable: false })
  const admin = { email: 'keeper@example.com', password: 'keeper of the library' }
  const server = await startServer({
    settings: {
      DATA_DIR: path.join(directory, 'data'),
      DATABASE_URL: postgres.url,
      SECRET_KEY: randomBytes(32).toString('hex'),
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      LIMIT_CALLS_PER_USER: '0',
      LIMIT_CALLS_PER_ADMIN: '0',
      LIMIT_CALLS_PER_ADDRESS: '0',
    },
  })
  const stop = async () => {
    await server.stop()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
  try {
    const audio = tone({ pitch: 220, seconds: 30 })
    const segue = createSegue({ url: server.url, ...admin })
    const { id } = await addTrack(segue, { title: 'Track 000001', artist: 'Artist 00001', audio })
    await multiply(postgres.url, id, count)
  } catch (error) {
    await stop()
    throw error
  }
  const gather = (title: string, first: number, last: number) =>
    execute(postgres.url, [
      `update tracks set track_number = substring(title from 7)::integer - ${first - 1},
         album_id = (select id from albums where title = '${title}')
       where substring(title from 7)::integer between ${first} and ${last}`,
    ])
  return { url: server.url, admin, gather, [Symbol.asyncDispose]: stop }
}

/** Writes rows like that one until there are so many. */
async function multiply(databaseUrl: string, trackId: string, count: number): Promise<void> {
  await execute(databaseUrl, [
    // Made anew afterwards, which takes a fraction of the time.
    `drop index tracks_search_text_index`,
    `insert into artists (id, created_at, name, name_key)
     select uuidv7(), now(), name, lower(name) from generate_series(2, ${count / 40}) n,
       lateral (select 'Artist ' || lpad(n::text, 5, '0') as name)`,
    `insert into albums (id, created_at, title, title_key, artist_id, year)
     select uuidv7(), now(), title, lower(title), a.id, 1960 + n % 60
     from generate_series(1, ${count / 10}) n
       join artists a on a.name = 'Artist ' || lpad((1 + n % ${count / 40})::text, 5, '0'),
       lateral (select 'Album ' || lpad(n::text, 5, '0') as title)`,
    `insert into tracks (id, created_at, title, title_key, search_text, artist_id, album_id, genre,
       year, track_number, disc_number, play_count, sha256, duration_ms, content_type, size_bytes,
       codec, bitrate, object_key)
     select uuidv7(), now(), s.title, lower(s.title), lower(s.title || chr(10) || a.name), a.id,
       al.id, 'Genre ' || n % 12, al.year, 1 + n % 10, 1, n % 900, md5(n::text) || md5(n::text),
       t.duration_ms, t.content_type, t.size_bytes, t.codec, t.bitrate, t.object_key
     from generate_series(2, ${count}) n
       cross join (select * from tracks where id = '${trackId}') t
       join albums al on al.title = 'Album ' || lpad((1 + n / 10 % ${count / 10})::text, 5, '0')
       join artists a on a.id = al.artist_id,
       lateral (select 'Track ' || lpad(n::text, 6, '0') as title) s
     order by n`,
    `create index tracks_search_text_index on tracks using gin (search_text gin_trgm_ops)`,
    `vacuum analyze`,
  ])
}

async function execute(databaseUrl: string, statements: readonly string[]): Promise<void> {
  const database = new Client(databaseUrl)
  await database.connect()
  for (const statement of statements) await database.query(statement)
  await database.end()
}
