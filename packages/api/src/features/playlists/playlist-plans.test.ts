import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { planOf, recordingClient, type Statement } from '../../test/recording-client.ts'
import { testApp } from '../../test/test-app.ts'
import { maxEntries } from './playlist.policy.ts'

const { Recording, statements: recorded } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())
const { api } = await app.signIn()
const playlists: string[] = []
for (const name of ['A', 'B', 'C']) playlists.push((await api.playlists.create({ name })).id)
const [id = ''] = playlists

beforeAll(async () => {
  const em = app.services.orm.em.fork()
  for (const statement of [
    `insert into artists (id, created_at, name, name_key) values (uuidv7(), now(), 'A', 'a')`,
    `insert into tracks (id, created_at, title, title_key, artist_id, duration_ms, content_type,
       size_bytes, sha256, codec, object_key, search_text, cover_id)
     select uuidv7(), now(), 't', 't', a.id, 1000, 'audio/flac', 1, n, 'FLAC', n, 't', uuidv7()
     from generate_series(1, 20000) n, artists a`,
    `insert into playlist_tracks (id, created_at, playlist_id, track_id, position)
     select uuidv7(), now(), p.id, t.id, t.n * 16777216 from playlists p, (
       select id, row_number() over (order by id) as n from tracks limit ${maxEntries}
     ) t`,
    'vacuum analyze',
  ])
    await em.execute(statement)
}, 60_000)

/** What is asked of the database for a call, but who is calling. */
async function statementsOf(call: () => Promise<unknown>): Promise<Statement[]> {
  recorded.length = 0
  await call()
  return recorded.filter(
    ({ text }) => !/sessions|"?users"?/.test(text) || text.includes('playlist'),
  )
}

/** The plans of all statements of a call that only reads. */
async function plansOf(call: () => Promise<unknown>): Promise<string[]> {
  const { databaseUrl } = app.services.config
  return Promise.all((await statementsOf(call)).map((each) => planOf(each, databaseUrl)))
}

describe(`a playlist of ${maxEntries} entries`, () => {
  it('is read a page at a time off the index of its order, in one statement', async () => {
    const { nextCursor } = await api.playlists.tracks({ id, limit: 100 })
    const [first = '', ...others] = await plansOf(() => api.playlists.tracks({ id, limit: 100 }))
    const cursor = nextCursor ?? ''
    const [next = '', ...moreOthers] = await plansOf(() => api.playlists.tracks({ id, cursor }))
    expect([...others, ...moreOthers]).toEqual([])
    for (const plan of [first, next]) {
      expect(plan).toMatch(/Index Scan using playlist_tracks_playlist_id_position_unique/)
      expect(plan).toMatch(/Index Scan using tracks_pkey/)
      expect(plan).not.toMatch(/Seq Scan on (playlist_)?tracks/)
    }
    expect(next).toMatch(/Index Cond: \(\(playlist_id = p.id\) AND \("position" >/)
  })

  it('is listed in one statement, its covers read off its first entries', async () => {
    const plans = await plansOf(() => api.playlists.list({}))
    expect(plans).toEqual([
      expect.stringContaining('Index Scan using playlist_tracks_playlist_id_position_unique'),
    ])
    expect((await api.playlists.byId({ id })).covers).toHaveLength(4)
  })

  it('is changed by as many statements as a short one', async () => {
    const { items } = await api.playlists.tracks({ id, limit: 100 })
    const entryIds = items.map(({ entryId }) => entryId)
    const short = await api.playlists.create({ name: 'Short' })
    await api.playlists.add({ id: short.id, trackIds: items.map(({ track }) => track.id) })
    const shortEntries = (await api.playlists.tracks({ id: short.id, limit: 2 })).items
    const shortIds = shortEntries.map(({ entryId }) => entryId)
    const count = async (call: () => Promise<unknown>) => (await statementsOf(call)).length
    const move = (id: string, entryIds: string[]) =>
      count(() => api.playlists.move({ id, entryIds, beforeEntryId: null }))
    expect(await move(id, entryIds)).toBe(await move(short.id, shortIds))
    const remove = (id: string, entryIds: string[]) =>
      count(() => api.playlists.removeTracks({ id, entryIds }))
    expect(await remove(id, entryIds)).toBe(await remove(short.id, shortIds.slice(0, 1)))
    const add = (id: string, trackIds: string[]) =>
      count(() => api.playlists.add({ id, trackIds, onDuplicate: 'skip' }))
    const trackIds = items.map(({ track }) => track.id)
    expect(await add(id, trackIds)).toBe(await add(short.id, trackIds.slice(0, 1)))
  })

  it('gets room made in the middle of it, and keeps its order', async () => {
    const [, other = ''] = playlists
    const em = app.services.orm.em.fork()
    await em.execute(
      'update playlist_tracks set position = position / 16777216 where playlist_id = ?',
      [other],
    )
    const { items } = await api.playlists.tracks({ id: other, limit: 5 })
    const [a = '', b = '', c = '', d = '', e = ''] = items.map(({ entryId }) => entryId)
    await api.playlists.move({ id: other, entryIds: [e, c], beforeEntryId: b })
    const after = await api.playlists.tracks({ id: other, limit: 5 })
    expect(after.items.map(({ entryId }) => entryId)).toEqual([a, e, c, b, d])
    expect(await api.playlists.byId({ id: other })).toMatchObject({ trackCount: maxEntries })
  })

  it('takes no more, and says so of what was to be added', async () => {
    const [, , full = ''] = playlists
    const { items } = await api.playlists.tracks({ id: full, limit: 1 })
    const trackIds = items.map(({ track }) => track.id)
    await expect(api.playlists.add({ id: full, trackIds })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      cause: { reason: 'input_invalid', details: { fields: { trackIds: expect.any(String) } } },
    })
    const skipped = await api.playlists.add({ id: full, trackIds, onDuplicate: 'skip' })
    expect(skipped).toEqual({ added: 0, trackCount: maxEntries, entryIds: [] })
    expect(await api.playlists.byId({ id: full })).toMatchObject({
      trackCount: maxEntries,
      durationMs: maxEntries * 1_000,
    })
  })
})
