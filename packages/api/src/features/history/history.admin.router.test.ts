import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { shelve } from '../../test/library.ts'
import { recordingClient } from '../../test/recording-client.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { walk } from '../../test/walk.ts'
import { User } from '../auth/user.entity.ts'
import { Play } from './play.entity.ts'

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const admin = await app.signIn('admin')
const [ada, ben] = [await app.signIn(), await app.signIn()]
const [dawn = '', dusk = ''] = await shelve(
  em(),
  { title: 'Dawn', artist: 'Early Birds' },
  { title: 'Dusk', artist: 'Owls', album: 'Late' },
)
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))

/** Who heard what, the earliest first. */
const plays = [
  [ada, dawn],
  [ada, dusk],
  [ben, dawn],
  [ben, dusk],
  [ada, dawn],
] as const
const playIds = plays.map(() => v7())

beforeAll(async () => {
  await em().nativeUpdate(User, { id: ada.user.id }, { nickname: 'Ádá' })
  for (const [index, [{ user }, track]] of plays.entries())
    await em().insert(Play, {
      id: playIds[index] ?? '',
      user: user.id,
      track,
      playedAt: at(index),
      positionMs: 0,
      listenedMs: 100 * index,
      completed: index === 4,
      sourceKind: null,
      sourceId: null,
    })
})

type ListInput = RouterInputs['admin']['history']['list']

/** The places in `plays` of the lines that a list shows. */
async function shown(input: ListInput): Promise<number[]> {
  const { items } = await admin.api.admin.history.list(input)
  return items.map(({ playId }) => playIds.indexOf(playId))
}

describe('admin.history.list', () => {
  it("shows everybody's plays, the last first, with who and how much", async () => {
    const { items } = await admin.api.admin.history.list({ limit: 1 })
    expect(items).toEqual([
      {
        user: { id: ada.user.id, nickname: 'Ádá', email: ada.user.email },
        track: await admin.api.tracks.byId({ id: dawn }),
        playId: playIds[4],
        playedAt: at(4).toISOString(),
        listenedMs: 400,
        completed: true,
      },
    ])
    expect(await shown({})).toEqual([4, 3, 2, 1, 0])
    expect(await shown({ sort: 'oldest' })).toEqual([0, 1, 2, 3, 4])
  })

  it.each<[ListInput, number[]]>([
    [{ userId: ben.user.id }, [3, 2]],
    [{ trackId: dusk }, [3, 1]],
    [{ userId: v7() }, []],
    [{ q: 'ada' }, [4, 1, 0]],
    [{ q: 'ADA owls' }, [1]],
    [{ q: ben.user.email.slice(0, 20) }, [3, 2]],
    [{ q: 'late' }, [3, 1]],
    [{ q: '%' }, []],
    [{ q: "' or true --" }, []],
    [{ from: at(1).toISOString(), to: at(3).toISOString() }, [2, 1]],
    [{ to: at(1).toISOString(), userId: ada.user.id, q: 'dawn' }, [0]],
  ])('finds by %j', async (input, found) => {
    expect(await shown(input)).toEqual(found)
  })

  it('shows the plays of a removed track', async () => {
    await admin.api.tracks.remove({ ids: [dusk] })
    const { items } = await admin.api.admin.history.list({ trackId: dusk })
    expect(items).toMatchObject([{ track: { available: false } }, { track: { title: 'Dusk' } }])
    await admin.api.tracks.restore({ ids: [dusk] })
  })

  it('gives each line once over all pages, while others are added and removed', async () => {
    const whole = (await admin.api.admin.history.list({})).items
    const paged = await walk(
      (cursor) => admin.api.admin.history.list({ limit: 2, cursor }),
      async () => {
        const { playId } = await admin.api.stream.start({ trackId: dawn })
        await admin.api.admin.history.remove({ playIds: [playId] })
      },
    )
    expect(paged.map(({ playId }) => playId)).toEqual(whole.map(({ playId }) => playId))
  })

  it('refuses cursors of another order, filter or list', async () => {
    const cursor = (await admin.api.admin.history.list({ limit: 1 })).nextCursor ?? ''
    const refused = { code: 'BAD_REQUEST', reason: 'cursor_invalid' }
    for (const input of [{ sort: 'oldest' }, { userId: ada.user.id }, { q: 'a' }] as ListInput[])
      expect(await refusal(admin.api.admin.history.list({ ...input, cursor }))).toEqual(refused)
    expect(await refusal(admin.api.history.list({ cursor }))).toEqual(refused)
    expect(await refusal(admin.api.admin.favorites.list({ cursor }))).toEqual(refused)
  })

  it('costs two statements by cookie, the sign-in among them', async () => {
    const { api } = app.client({ ...admin.request })
    await api.admin.history.list({ q: 'a' })
    statements.length = 0
    await api.admin.history.list({ q: 'a' })
    expect(statements).toHaveLength(2)
  })
})

describe('admin.history.remove', () => {
  it('takes lines away, counts those that were there and leaves the counts of tracks', async () => {
    const { api } = await app.signIn()
    const [one, other] = [
      await api.stream.start({ trackId: dawn }),
      await api.stream.start({ trackId: dawn }),
    ]
    const { playCount } = await api.tracks.byId({ id: dawn })
    const ids = [one.playId, one.playId, v7()]
    expect(await admin.api.admin.history.remove({ playIds: ids })).toEqual({ count: 1 })
    expect(await admin.api.admin.history.remove({ playIds: ids })).toEqual({ count: 0 })
    expect((await api.history.list({})).items).toMatchObject([{ playId: other.playId }])
    expect((await api.tracks.byId({ id: dawn })).playCount).toBe(playCount)
  })

  it('removes each once when 20 remove the same, in every order, and its listener clears', async () => {
    const { api } = await app.signIn()
    const started = await Promise.all(
      Array.from({ length: 40 }, () => api.stream.start({ trackId: dawn })),
    )
    const ids = started.map(({ playId }) => playId)
    const removals = Array.from({ length: 20 }, (_, n) =>
      admin.api.admin.history.remove({ playIds: n % 2 ? ids : ids.toReversed() }),
    )
    const [answers] = await Promise.all([Promise.all(removals), api.history.clear()])
    const removed = answers.reduce((sum, { count }) => sum + count, 0)
    expect([0, 40]).toContain(removed)
    expect((await api.history.list({})).items).toEqual([])
  })

  it('takes 1 to 500', async () => {
    for (const ids of [[], Array.from({ length: 501 }, () => v7()), ['x']])
      expect(await refusal(admin.api.admin.history.remove({ playIds: ids }))).toMatchObject({
        reason: 'input_invalid',
        fields: { playIds: expect.any(String) },
      })
  })
})
