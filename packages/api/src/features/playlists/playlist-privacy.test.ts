import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import { callHttp } from '../../test/call-http.ts'
import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { recordingClient } from '../../test/recording-client.ts'
import { testApp, type TestClient } from '../../test/test-app.ts'
import { User } from '../auth/user.entity.ts'

/** The ORM writes values into its statements. */
const uuid = /'[\da-f]{8}-[\da-f-]{27}'/g
const { Recording, statements } = recordingClient()
const app = await testApp({ databaseClientClass: Recording })
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const [track = ''] = await shelve(em(), { title: 'Played' })
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }

const owner = await app.signIn()
const { id: hidden } = await owner.api.playlists.create({ name: 'Hidden', description: 'Nothing' })
await owner.api.playlists.add({ id: hidden, trackIds: [track] })
const [{ entryId = '' } = {}] = (await owner.api.playlists.tracks({ id: hidden })).items

const inputs: Record<string, (id: string, entryId: string) => object> = {
  'playlists.add': (id) => ({ id, trackIds: [track] }),
  'playlists.byId': (id) => ({ id }),
  'playlists.move': (id, entry) => ({ id, entryIds: [entry], beforeEntryId: null }),
  'playlists.remove': (id) => ({ id }),
  'playlists.removeTracks': (id, entry) => ({ id, entryIds: [entry] }),
  'playlists.tracks': (id) => ({ id }),
  'playlists.update': (id) => ({ id, name: 'Mine', isPublic: true }),
}
const queries = new Set(['playlists.byId', 'playlists.tracks'])

/** All that a caller can see of a call, and what was asked of the database for it. */
async function observe({ request }: TestClient, name: string, input: object) {
  const json = JSON.stringify(input)
  statements.length = 0
  const { status, text } = queries.has(name)
    ? await callHttp(
        app.services,
        `${name}?input=${encodeURIComponent(json)}`,
        null,
        asked(request),
      )
    : await callHttp(app.services, name, json, asked(request))
  const ofPlaylists = statements.filter(({ text: sql }) => sql.includes('playlist'))
  return { status, text, statements: ofPlaylists.map(({ text: sql }) => sql.replaceAll(uuid, '?')) }
}

const asked = ({ cookie }: TestClient['request']) => ({ cookie })

const callers: [string, TestClient][] = [
  ['nobody', app.client()],
  ['another listener', await app.signIn()],
  ['an admin', await app.signIn('admin')],
]

describe.each(callers)('a private playlist is for %s one that does not exist', (_, caller) => {
  it.each(Object.keys(inputs))('to %s', async (name) => {
    const inputOf = inputs[name] ?? (() => ({}))
    const asHidden = await observe(caller, name, inputOf(hidden, entryId))
    const asMissing = await observe(caller, name, inputOf(v7(), v7()))
    expect(asHidden).toEqual(asMissing)
    expect(asHidden.status).toBe(queries.has(name) || caller.request.cookie ? 404 : 401)
  })
})

it('a private playlist stays as it was', async () => {
  const playlist = { name: 'Hidden', isPublic: false, trackCount: 1 }
  expect(await owner.api.playlists.byId({ id: hidden })).toMatchObject(playlist)
})

describe('a public playlist', () => {
  const share = async (client: TestClient) => {
    const { id, slug } = await client.api.playlists.create({ name: 'Shared', isPublic: true })
    await client.api.playlists.add({ id, trackIds: [track] })
    return { id, slug: slug ?? '' }
  }

  it('is for anyone to see, with its tracks, and says of its owner the name alone', async () => {
    const { id, slug } = await share(owner)
    await owner.api.playlists.update({ id, name: 'Shared' })
    for (const { api } of [app.client(), await app.signIn()]) {
      const playlist = await api.playlists.byId({ id })
      expect(playlist.owner).toEqual({ id: owner.user.id, nickname: 'Somebody' })
      expect(await api.playlists.bySlug({ slug })).toEqual(playlist)
      expect((await api.playlists.tracks({ id })).items).toMatchObject([
        { track: { id: track, favorite: false } },
      ])
    }
  })

  it('is for its owner alone to change', async () => {
    const { id, slug } = await share(owner)
    const [{ entryId = '' } = {}] = (await owner.api.playlists.tracks({ id })).items
    const { api } = await app.signIn()
    const calls: (() => Promise<unknown>)[] = [
      () => api.playlists.update({ id, name: 'Mine' }),
      () => api.playlists.remove({ id }),
      () => api.playlists.add({ id, trackIds: [track] }),
      () => api.playlists.removeTracks({ id, entryIds: [entryId] }),
      () => api.playlists.move({ id, entryIds: [entryId], beforeEntryId: null }),
    ]
    for (const call of calls) expect(await refusal(call())).toEqual(notFound)
    expect(await api.playlists.bySlug({ slug })).toMatchObject({ name: 'Shared', trackCount: 1 })
  })

  it('has an address that ends when it becomes private and never comes back', async () => {
    const { id, slug } = await share(owner)
    const anyone = app.client().api
    expect(await owner.api.playlists.update({ id, isPublic: true })).toMatchObject({ slug })
    expect(await owner.api.playlists.update({ id, isPublic: false })).toMatchObject({ slug: null })
    expect(await refusal(anyone.playlists.bySlug({ slug }))).toEqual(notFound)
    expect(await refusal(anyone.playlists.tracks({ id }))).toEqual(notFound)
    const { slug: next } = await owner.api.playlists.update({ id, isPublic: true })
    expect(next).toMatch(/^[\w-]{24}$/)
    expect(next).not.toBe(slug)
    expect(await refusal(anyone.playlists.bySlug({ slug }))).toEqual(notFound)
    expect(await anyone.playlists.bySlug({ slug: next ?? '' })).toMatchObject({ id })
  })

  it('gets one address however often it is made public at once', async () => {
    const { id } = await owner.api.playlists.create({ name: 'Once' })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => owner.api.playlists.update({ id, isPublic: true })),
    )
    expect(new Set(answers.map(({ slug }) => slug)).size).toBe(1)
  })

  it('is hidden while its owner is disabled, and goes with its owner', async () => {
    const leaving = await app.signIn()
    const { id, slug } = await share(leaving)
    const anyone = app.client().api
    const seen = () =>
      Promise.allSettled([
        anyone.playlists.byId({ id }),
        anyone.playlists.bySlug({ slug }),
        anyone.playlists.tracks({ id }),
      ]).then((answers) => answers.map(({ status }) => status))
    const change = (disabledAt: Date | null) =>
      em().nativeUpdate(User, { id: leaving.user.id }, { disabledAt })
    await change(new Date())
    expect(await seen()).toEqual(['rejected', 'rejected', 'rejected'])
    await change(null)
    expect(await seen()).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    await em().nativeDelete(User, { id: leaving.user.id })
    expect(await seen()).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await em().execute('select 1 from playlists where id = ?', [id])).toEqual([])
  })
})

describe('a list of playlists', () => {
  it("is nobody else's", async () => {
    await owner.api.playlists.create({ name: 'Listed', isPublic: true })
    for (const [, { api, request }] of callers.slice(1)) {
      expect(request.cookie).toBeDefined()
      expect(await api.playlists.list({})).toEqual({ items: [], nextCursor: null })
    }
  })

  it('refuses a cursor of another', async () => {
    for (const name of ['A', 'B', 'C']) await owner.api.playlists.create({ name })
    const { nextCursor } = await owner.api.playlists.list({ limit: 1 })
    const cursor = nextCursor ?? ''
    const invalid = { code: 'BAD_REQUEST', reason: 'cursor_invalid' }
    const { api } = await app.signIn('admin')
    expect(await refusal(api.playlists.list({ cursor }))).toEqual(invalid)
    expect(await refusal(api.admin.playlists.list({ cursor }))).toEqual(invalid)
    expect(await refusal(api.playlists.tracks({ id: hidden, cursor }))).toEqual(invalid)
  })
})
