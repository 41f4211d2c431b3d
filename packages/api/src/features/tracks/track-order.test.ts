import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { walk as walkPages } from '../../test/walk.ts'
import { Track } from './track.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const listener = await app.signIn()
const em = () => app.services.orm.em.fork()

type ListInput = RouterInputs['tracks']['list']

const list = (input: ListInput) => listener.api.tracks.list(input)

const walk = (input: ListInput, between?: (page: number) => Promise<void>) =>
  walkPages((cursor) => list({ ...input, cursor }), between)

describe('paging through tracks.list', () => {
  const count = 63
  const scope = { genre: 'Paged' }

  beforeAll(async () => {
    const tracks = Array.from({ length: count }, (_, index) => ({
      title: ['Tie', 'tie', 'Únder', '밤', `T${index}`][index % 5] ?? '',
      artist: ['A', 'a', 'Ä', '나'][index % 4],
      album: [null, 'One', 'Two'][index % 3],
      trackNumber: [null, 1, 2][index % 3],
      discNumber: [null, 1][index % 2],
      durationMs: 1_000 * (index % 6),
      playCount: index % 4,
      genre: 'Paged',
    }))
    await shelve(em(), ...tracks)
  })

  const orders: ListInput[] = [
    ...(['newest', 'oldest', 'title', 'artist', 'album', 'popular', 'duration'] as const).map(
      (sort) => ({
        sort,
      }),
    ),
    { sort: 'shuffle', seed: 1 },
    { sort: 'shuffle', seed: -9_007_199_254_740_991 },
    { sort: 'relevance' },
    { sort: 'relevance', q: 't' },
    { q: 't' },
    { q: 'ti' },
    { q: 'tie' },
  ]

  it.each(orders)('by %j gives each row once, in the order of one large page', async (order) => {
    const whole = await list({ ...scope, ...order, limit: 100 })
    expect(whole.nextCursor).toBeNull()
    const paged = await walk({ ...scope, ...order, limit: 7 })
    expect(paged).toEqual(whole.items)
    expect(new Set(paged.map(({ id }) => id)).size).toBe(order.q ? paged.length : count)
    expect(paged.length).toBeGreaterThan(20)
  })

  it('sorts as its name says', async () => {
    const by = async (sort: ListInput['sort']) => walk({ ...scope, sort })
    const durations = (await by('duration')).map(({ durationMs }) => durationMs)
    expect(durations).toEqual(durations.toSorted((a, b) => a - b))
    const plays = (await by('popular')).map(({ playCount }) => playCount)
    expect(plays).toEqual(plays.toSorted((a, b) => b - a))
    const byTitle = (await by('title')).map(({ title }) => title.toLowerCase())
    expect(byTitle.at(0)).toBe('t14')
    expect(byTitle.at(-1)).toBe('밤')
    const byArtist = (await by('artist')).map(({ artist, album, discNumber, trackNumber }) =>
      JSON.stringify([
        artist.name === '나' ? 'b' : 'a',
        album?.title ?? '',
        discNumber ?? 0,
        trackNumber ?? 0,
      ]),
    )
    expect(byArtist).toEqual(byArtist.toSorted())
  })

  it('shuffles by the seed: each its own order, always the same', async () => {
    const ids = async (seed: number) =>
      (await walk({ ...scope, sort: 'shuffle', seed, limit: 10 })).map(({ id }) => id)
    const [one, again, two] = [await ids(1), await ids(1), await ids(2)]
    expect(again).toEqual(one)
    expect(two).not.toEqual(one)
    expect(two.toSorted()).toEqual(one.toSorted())
  })

  it('by relevance begins with titles that are the query, or begin with it, the most played first', async () => {
    const tracks = [
      { title: 'Hotel', artist: 'X', playCount: 9 },
      { title: 'Oh', artist: 'X' },
      { title: 'Once', artist: 'Ohm' },
      { title: 'Ohio', artist: 'X', playCount: 1 },
      { title: 'Ohne', artist: 'X', playCount: 5 },
      { title: 'Noh', artist: 'X', playCount: 2 },
      { title: 'And Oh', artist: 'X' },
      { title: 'Once', artist: 'John' },
    ]
    await shelve(em(), ...tracks.map((track) => ({ ...track, genre: 'Short' })))
    const titles = async (q: string) =>
      (await list({ genre: 'Short', q })).items.map(
        ({ title, artist }) => `${title} ${artist.name}`,
      )
    expect(await titles('OH')).toEqual([
      'Oh X',
      'Ohne X',
      'Ohio X',
      'And Oh X',
      'Once Ohm',
      'Noh X',
      'Once John',
    ])
    expect((await titles('once ohm'))[0]).toBe('Once Ohm')
    expect((await titles('john once'))[0]).toBe('Once John')
  })

  it('neither repeats nor hides rows while others come and go', async () => {
    const before = await walk({ ...scope, sort: 'title' })
    const removed = before.filter((_, index) => index % 9 === 8).map(({ id }) => id)
    const shown = await walk({ ...scope, sort: 'title', limit: 7 }, async (page) => {
      await shelve(em(), { title: `t${page}`, genre: 'Paged' }, { title: 'zz', genre: 'Paged' })
      const id = removed[page - 1] ?? v7()
      await em().nativeUpdate(Track, { id }, { removedAt: new Date() })
    })
    const ids = shown.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const kept = before.map(({ id }) => id).filter((id) => !removed.includes(id))
    expect(ids.filter((id) => kept.includes(id))).toEqual(kept)
  })

  it('refuses the cursor of another list, order, filter or person', async () => {
    const cursorOf = async (input: ListInput) =>
      (await list({ ...input, limit: 2 })).nextCursor ?? undefined
    const cursor = await cursorOf({ ...scope, sort: 'title' })
    const foreign: ListInput[] = [
      { ...scope, sort: 'oldest' },
      { ...scope, sort: 'title', q: 't' },
      { sort: 'title' },
    ]
    const refused = { code: 'BAD_REQUEST', reason: 'cursor_invalid' }
    for (const input of foreign) expect(await refusal(list({ ...input, cursor }))).toEqual(refused)
    expect(await refusal(listener.api.history.list({ cursor }))).toEqual(refused)
    const shuffled = await cursorOf({ ...scope, sort: 'shuffle', seed: 1 })
    const reseeded = list({ ...scope, sort: 'shuffle', seed: 2, cursor: shuffled })
    expect(await refusal(reseeded)).toEqual(refused)
  })

  it('refuses cursors that were made by hand, never with an error of its own', async () => {
    const refused = { code: 'BAD_REQUEST', reason: 'cursor_invalid' }
    for (const cursor of [
      '',
      'x',
      '\0',
      '🌊',
      'e30',
      'W10',
      'null',
      Buffer.from('[1,2]').toString('base64url'),
    ])
      expect(await refusal(list({ cursor }))).toEqual(refused)
    const forge = async (input: ListInput, position: unknown[]) => {
      const { nextCursor } = await list({ ...scope, ...input, limit: 2 })
      const [mark] = JSON.parse(Buffer.from(nextCursor ?? '', 'base64url').toString())
      const cursor = Buffer.from(JSON.stringify([mark, position])).toString('base64url')
      return refusal(list({ ...scope, ...input, limit: 2, cursor }))
    }
    const id = v7()
    for (const [input, position] of [
      [{ sort: 'newest' }, ["' or 1=1"]],
      [{ sort: 'newest' }, [id, id]],
      [{ sort: 'newest' }, []],
      [{ sort: 'title' }, ['a\0', id]],
      [{ sort: 'title' }, ['\uD800', id]],
      [{ sort: 'title' }, [1, id]],
      [{ sort: 'duration' }, [1e300, 1, id]],
      [{ sort: 'duration' }, [0.5, id]],
      [{ sort: 'popular' }, [null, id]],
      [{ sort: 'shuffle' }, ['9'.repeat(40), id]],
      [{ sort: 'relevance', q: 'tie' }, [1e300, 1, id]],
      [{ sort: 'relevance', q: 'tie' }, [1e-46, 1, id]],
      [{ sort: 'relevance', q: 'tie' }, [-1, 1, id]],
    ] as [ListInput, unknown[]][])
      expect(await forge(input, position)).toEqual(refused)
  })
})
