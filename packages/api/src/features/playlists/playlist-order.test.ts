import { afterAll, describe, expect, it } from 'vitest'

import { shelve } from '../../test/library.ts'
import { type Entry, readEntries, squeezeEntries } from '../../test/playlists.ts'
import { testApp } from '../../test/test-app.ts'

const app = await testApp()
/** Two more servers on the same database. */
const { databaseUrl } = app.services.config
const others = [await testApp({ databaseUrl }), await testApp({ databaseUrl })]
afterAll(async () => {
  for (const server of [...others, app]) await server[Symbol.asyncDispose]()
})

const em = () => app.services.orm.em.fork()
const tracks = await shelve(em(), ...Array.from({ length: 8 }, (_, n) => ({ title: `Track ${n}` })))
const trackIdOf = (index: number) => tracks[index % tracks.length] ?? ''
const idsOf = (entries: Entry[]) => entries.map(({ entryId }) => entryId)

/** A new listener with a playlist of so many entries; the calls go to one server after the other. */
async function playlistOf(length: number) {
  const listener = await app.signIn()
  const { cookie } = listener.request
  const apis = [listener, ...others.map((server) => server.client({ cookie }))].map(
    ({ api }) => api,
  )
  let calls = 0
  const nextApi = () => apis[calls++ % apis.length] ?? listener.api
  const { id } = await listener.api.playlists.create({ name: 'Ordered' })
  const trackIds = Array.from({ length }, (_, index) => trackIdOf(index))
  if (length > 0) await listener.api.playlists.add({ id, trackIds })
  const read = (limit?: number) => readEntries(listener, id, limit)
  return { api: listener.api, nextApi, id, read, ids: idsOf(await read()) }
}

/** Changes the order of things, each time in another way. */
function mix<T>(things: T[], round: number): T[] {
  const rank = (index: number) => (index * 37 + round * 11) % things.length
  return things
    .map((thing, index) => ({ thing, at: rank(index) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}

/** Does something again and again, until it is over. */
async function repeat(action: () => Promise<void>, until: AbortSignal): Promise<void> {
  do await action()
  while (!until.aborted)
}

describe('50 changes of one playlist at once', () => {
  it.each([
    [1, 'with room between entries'],
    [2, 'with room between entries'],
    [3, 'without'],
    [4, 'without'],
  ])(
    'leave every entry once, in an order all readers agree on (round %i, %s)',
    async (round, room) => {
      const { api, nextApi, id, ids, read } = await playlistOf(60)
      const hasRoom = room !== 'without'
      if (!hasRoom) await squeezeEntries(em(), id)
      const [still, moved] = [ids.slice(0, 20), ids.slice(20, 40)]
      const [gone, goneToo] = [ids.slice(40, 50), ids.slice(50)]
      const changes = [
        ...moved.map((entryId, n) => () => {
          const beforeEntryId = n % 4 === 0 ? null : (still[(n * 7 * round) % 20] ?? null)
          return nextApi().playlists.move({ id, entryIds: [entryId], beforeEntryId })
        }),
        ...gone.map((entryId, n) => () => {
          return nextApi().playlists.removeTracks({ id, entryIds: [entryId, goneToo[n] ?? ''] })
        }),
        ...moved.map((_, n) => () => {
          return nextApi().playlists.add({ id, trackIds: [trackIdOf(n), trackIdOf(n + round)] })
        }),
      ]
      const seen: string[][] = []
      const over = new AbortController()
      const readers = [7, 100].map((limit) =>
        repeat(async () => void seen.push(idsOf(await read(limit))), over.signal),
      )
      await Promise.all(mix(changes, round).map((change) => change())).finally(() => over.abort())
      await Promise.all(readers)

      const whole = await read()
      expect(whole).toHaveLength(80)
      expect(new Set(idsOf(whole)).size).toBe(80)
      expect(idsOf(whole)).toEqual(expect.arrayContaining([...still, ...moved]))
      expect(whole.filter(({ entryId }) => [...gone, ...goneToo].includes(entryId))).toEqual([])
      for (const limit of [3, 11]) expect(await read(limit)).toEqual(whole)
      expect(await api.playlists.byId({ id })).toMatchObject({ trackCount: 80 })
      // Who pages while all positions become new can be led astray by a last entry that moved.
      for (const entries of hasRoom ? seen : [])
        expect(entries.filter((entryId) => still.includes(entryId))).toEqual(still)
    },
  )

  it('of the same entry move it to one place', async () => {
    const { nextApi, id, ids, read } = await playlistOf(20)
    const [entryId = '', ...rest] = ids
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        return nextApi().playlists.move({
          id,
          entryIds: [entryId],
          beforeEntryId: rest[n % 19] ?? null,
        })
      }),
    )
    const after = idsOf(await read())
    expect(after.toSorted()).toEqual(ids.toSorted())
    expect(after.filter((at) => at !== entryId)).toEqual(rest)
  })

  it('that take the same entry out count it once', async () => {
    const { nextApi, id, ids } = await playlistOf(3)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        nextApi().playlists.removeTracks({ id, entryIds: ids.slice(1, 2) }),
      ),
    )
    expect(answers.filter(({ removed }) => removed > 0)).toEqual([{ removed: 1, trackCount: 2 }])
  })

  it('that add the same tracks unless they are there add them once', async () => {
    const { nextApi, id, read } = await playlistOf(0)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        nextApi().playlists.add({ id, trackIds: tracks, onDuplicate: 'skip' }),
      ),
    )
    expect(answers.filter(({ added }) => added > 0)).toMatchObject([{ added: 8, trackCount: 8 }])
    expect((await read()).map(({ trackId }) => trackId)).toEqual(tracks)
  })

  it('end with the playlist that is removed meanwhile: done or not_found', async () => {
    const { nextApi, id, read } = await playlistOf(3)
    const answers = await Promise.allSettled([
      ...Array.from({ length: 20 }, () => nextApi().playlists.add({ id, trackIds: tracks })),
      nextApi().playlists.remove({ id }),
      ...Array.from({ length: 20 }, () => nextApi().playlists.add({ id, trackIds: tracks })),
    ])
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? answer : []))
    expect(new Set(refusals.map(({ reason }) => reason.message))).toEqual(new Set(['not_found']))
    await expect(read()).rejects.toThrow('not_found')
  })
})
