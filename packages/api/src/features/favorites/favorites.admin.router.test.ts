import { randomUUID } from 'node:crypto'

import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { shelve } from '../../test/library.ts'
import { recordingClient } from '../../test/recording-client.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { walk } from '../../test/walk.ts'
import { User } from '../auth/user.entity.ts'
import { Favorite } from './favorite.entity.ts'

const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const admin = await app.signIn('admin')
const [ada, ben] = [await app.signIn(), await app.signIn()]
const [dawn = '', dusk = '', noon = ''] = await shelve(
  em(),
  { title: 'Dawn', artist: 'Early Birds' },
  { title: 'Dusk', artist: 'Owls', album: 'Late 100%' },
  { title: 'Noon' },
)
const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second))

/** Who marked what, the earliest first. */
const marks = [
  [ada, dawn, 0],
  [ada, dusk, 1],
  [ben, dawn, 2],
  [ben, noon, 2],
  [ben, dusk, 3],
] as const

beforeAll(async () => {
  await em().nativeUpdate(User, { id: ada.user.id }, { nickname: 'Ádá Lovelace' })
  for (const [{ user }, track, second] of marks)
    await em().insert(Favorite, { user: user.id, track, createdAt: at(second) })
})

type ListInput = RouterInputs['admin']['favorites']['list']

/** Whose marks of which tracks a list shows. */
async function shown(input: ListInput): Promise<string[]> {
  const { items } = await admin.api.admin.favorites.list(input)
  return items.map(({ user, track }) => `${user.id === ada.user.id ? 'ada' : 'ben'} ${track.title}`)
}

describe('admin.favorites.list', () => {
  it("shows everybody's marks, the last first, with who and when", async () => {
    const { items } = await admin.api.admin.favorites.list({ limit: 1 })
    expect(items).toEqual([
      {
        user: { id: ben.user.id, nickname: 'Somebody', email: ben.user.email },
        track: await admin.api.tracks.byId({ id: dusk }),
        favoritedAt: at(3).toISOString(),
      },
    ])
    expect(await shown({ sort: 'oldest' })).toEqual((await shown({})).toReversed())
  })

  it.each<[ListInput, string[]]>([
    [{ userId: ada.user.id }, ['ada Dusk', 'ada Dawn']],
    [{ trackId: dawn }, ['ben Dawn', 'ada Dawn']],
    [{ userId: v7() }, []],
    [{ q: 'ada love' }, ['ada Dusk', 'ada Dawn']],
    [{ q: 'LOVELACE owls' }, ['ada Dusk']],
    [{ q: ben.user.email.slice(0, 20).toUpperCase(), trackId: dusk }, ['ben Dusk']],
    [{ q: 'early' }, ['ben Dawn', 'ada Dawn']],
    [{ q: '100%' }, ['ben Dusk', 'ada Dusk']],
    [{ q: '%' }, ['ben Dusk', 'ada Dusk']],
    [{ q: '_' }, []],
    [{ q: "'; drop table favorites; --" }, []],
    [{ from: at(1).toISOString(), to: at(2).toISOString() }, ['ada Dusk']],
    [{ from: at(3).toISOString() }, ['ben Dusk']],
    [{ to: at(1).toISOString() }, ['ada Dawn']],
  ])('finds by %j', async (input, found) => {
    expect(await shown(input)).toEqual(found)
  })

  it('shows the marks of removed tracks', async () => {
    await admin.api.tracks.remove({ ids: [noon] })
    const { items } = await admin.api.admin.favorites.list({ trackId: noon })
    expect(items).toMatchObject([{ track: { title: 'Noon', available: false } }])
    await admin.api.tracks.restore({ ids: [noon] })
  })

  it.each(['newest', 'oldest'] as const)('gives each once over all pages, by %s', async (sort) => {
    const whole = (await admin.api.admin.favorites.list({ sort })).items
    const paged = await walk((cursor) => admin.api.admin.favorites.list({ sort, limit: 2, cursor }))
    expect(paged).toEqual(whole)
    expect(paged).toHaveLength(5)
  })

  it('refuses cursors of another order or filter, and input out of bounds', async () => {
    const cursor = (await admin.api.admin.favorites.list({ limit: 1 })).nextCursor ?? ''
    for (const input of [{ sort: 'oldest' }, { userId: ada.user.id }, { q: 'a' }] as ListInput[])
      expect(await refusal(admin.api.admin.favorites.list({ ...input, cursor }))).toEqual({
        code: 'BAD_REQUEST',
        reason: 'cursor_invalid',
      })
    for (const input of [{ q: '\0' }, { userId: 'x' }, { from: 'x' }, { sort: 'best' }])
      expect(await refusal(admin.api.admin.favorites.list(input as ListInput))).toMatchObject({
        reason: 'input_invalid',
        fields: { [Object.keys(input)[0] ?? '']: expect.any(String) },
      })
  })

  it('costs two statements by cookie, the sign-in among them', async () => {
    const { api } = app.client({ ...admin.request })
    await api.admin.favorites.list({ q: 'a' })
    statements.length = 0
    await api.admin.favorites.list({ q: 'a' })
    expect(statements).toHaveLength(2)
  })
})

describe('admin.favorites.remove', () => {
  it('takes marks away and counts those that were there', async () => {
    const [one, other] = [await app.signIn(), await app.signIn()]
    for (const { api } of [one, other]) await api.favorites.set({ trackId: dawn, favorite: true })
    const items = [
      { userId: one.user.id, trackId: dawn },
      { userId: one.user.id, trackId: dawn },
      { userId: one.user.id, trackId: dusk },
      { userId: randomUUID(), trackId: dawn },
    ]
    expect(await admin.api.admin.favorites.remove({ items })).toEqual({ count: 1 })
    expect(await admin.api.admin.favorites.remove({ items })).toEqual({ count: 0 })
    expect((await one.api.favorites.list({})).items).toEqual([])
    expect((await other.api.favorites.list({})).items).toHaveLength(1)
  })

  it('removes each once when 20 remove the same, in every order', async () => {
    const { user, api } = await app.signIn()
    const ids = await shelve(em(), ...Array.from({ length: 60 }, (_, n) => ({ title: `R${n}` })))
    for (const trackId of ids) await api.favorites.set({ trackId, favorite: true })
    const items = ids.map((trackId) => ({ userId: user.id, trackId }))
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        admin.api.admin.favorites.remove({ items: n % 2 ? items : items.toReversed() }),
      ),
    )
    expect(answers.reduce((sum, { count }) => sum + count, 0)).toBe(60)
  })

  it('takes 1 to 500', async () => {
    const item = { userId: v7(), trackId: v7() }
    for (const items of [[], Array.from({ length: 501 }, () => item), [{ userId: 'x' }]])
      expect(await refusal(admin.api.admin.favorites.remove({ items } as never))).toMatchObject({
        reason: 'input_invalid',
        fields: { items: expect.any(String) },
      })
  })
})
