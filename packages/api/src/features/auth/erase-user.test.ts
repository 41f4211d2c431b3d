import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { appRouter, createContext } from '../../index.ts'
import { fillShelf, type Owner, ownerOfEverything, type Shelf } from '../../test/belongings.ts'
import { exampleInputs } from '../../test/example-inputs.ts'
import { png, uploadAvatar } from '../../test/images.ts'
import { outcomeOf } from '../../test/outcome.ts'
import { proceduresOf } from '../../test/procedures.ts'
import { refusal } from '../../test/refusal.ts'
import { allRows, rowsOf } from '../../test/rows.ts'
import { testApp, type TestApp, testPassword } from '../../test/test-app.ts'
import { testBucket, type TestBucket } from '../../test/test-bucket.ts'
import { addTrack } from '../../test/tracks.ts'
import { Play } from '../history/play.entity.ts'
import { Track } from '../tracks/track.entity.ts'

let app: TestApp
let bucket: TestBucket
let shelf: Shelf
let admin: Owner
beforeAll(async () => {
  bucket = await testBucket()
  app = await testApp({ store: bucket.store })
  shelf = await fillShelf(em())
  admin = await ownerOfEverything(app, shelf)
})
afterAll(() => app[Symbol.asyncDispose]())

const em = () => app.services.orm.em.fork()
const expired = { code: 'UNAUTHORIZED', reason: 'session_expired' }
const wrong = { code: 'UNAUTHORIZED', reason: 'invalid_credentials' }

const ways: [string, (owner: Owner) => Promise<unknown>][] = [
  ['by me.delete', ({ api }) => api.me.delete({ password: testPassword })],
  ['by admin.users.remove', ({ own }) => admin.api.admin.users.remove({ id: own.userId })],
]

/** A listener with everything, an avatar too. */
async function listenerWithEverything(): Promise<Owner> {
  const owner = await ownerOfEverything(app, shelf, 'listener')
  await owner.api.me.update({ avatarUploadId: await uploadAvatar(owner, await png()) })
  return owner
}

describe.each(ways)('an account erased %s', (_, erase) => {
  it('leaves neither rows nor objects, and nothing of others is touched', async () => {
    const [objects, others] = [await bucket.keys(), await rowsOf(em(), admin.own.userId)]
    const owner = await listenerWithEverything()
    const { userId, email } = owner.own
    expect((await bucket.keys()).length).toBeGreaterThan(objects.length + 3)
    expect(await erase(owner)).toEqual({})
    for (const rows of Object.values(await rowsOf(em(), userId))) expect(rows).toEqual([])
    const everything = JSON.stringify(await allRows(em()))
    expect(everything).not.toContain(userId)
    expect(everything).not.toContain(email)
    expect(await bucket.keys()).toEqual(objects)
    expect(await rowsOf(em(), admin.own.userId)).toEqual(others)
  })

  it('keeps what it counted for', async () => {
    const owner = await ownerOfEverything(app, shelf, 'listener')
    await owner.api.stream.start({ trackId: shelf.trackId })
    const count = async () => (await em().findOneOrFail(Track, { id: shelf.trackId })).playCount
    const before = await count()
    await erase(owner)
    expect(await count()).toBe(before)
  })

  it('lets nobody in: cookie, bearer, refresh and reset token, password', async () => {
    const owner = await ownerOfEverything(app, shelf, 'listener')
    const { request } = app.client({ cookie: owner.request.cookie })
    await erase(owner)
    const { email, refreshToken, resetToken: token, slug } = owner.own
    const { api } = app.client()
    expect(await refusal(app.client(request).api.me.get())).toEqual(expired)
    expect(await refusal(owner.device.api.me.get())).toEqual(expired)
    expect(await refusal(api.auth.refresh({ refreshToken }))).toEqual(expired)
    expect(await refusal(api.auth.login({ email, password: testPassword }))).toEqual(wrong)
    const reset = api.auth.resetPassword({ token, newPassword: 'another battery staple' })
    expect(await refusal(reset)).toEqual(wrong)
    expect(await refusal(api.playlists.bySlug({ slug }))).toMatchObject({ code: 'NOT_FOUND' })
    const again = { email, password: testPassword, nickname: 'Somebody new' }
    await expect(api.auth.register(again)).resolves.toMatchObject({ user: { email } })
  })

  it('answers calls that are on their way, and keeps nothing of them', async () => {
    for (let round = 0; round < 3; round++) {
      const owner = await ownerOfEverything(app, shelf, 'listener')
      const device = () => app.client(owner.device.request)
      const name = 'Made meanwhile'
      const calls = Array.from({ length: 6 }, () => [
        device().api.stream.start({ trackId: shelf.trackId }),
        device().api.playlists.create({ name }),
        device().api.me.update({ nickname: name }),
        device().api.me.presignAvatar({ contentType: 'image/png', sizeBytes: 100 }),
      ]).flat()
      const [, ...outcomes] = await Promise.allSettled([erase(owner), ...calls])
      for (const { reason } of outcomes.filter((outcome) => outcome.status === 'rejected'))
        expect(['UNAUTHORIZED', 'NOT_FOUND']).toContain(reason.code)
      for (const rows of Object.values(await rowsOf(em(), owner.own.userId)))
        expect(rows).toEqual([])
    }
  })
})

describe('me.delete', () => {
  it('needs the password', async () => {
    const owner = await ownerOfEverything(app, shelf, 'listener')
    const before = await rowsOf(em(), owner.own.userId)
    expect(await refusal(owner.api.me.delete({ password: 'not the password' }))).toEqual(wrong)
    expect(await rowsOf(em(), owner.own.userId)).toEqual(before)
  })

  it('takes the cookie back', async () => {
    const { api, setCookies } = await app.signIn()
    await api.me.delete({ password: testPassword })
    expect(setCookies.at(-1)).toMatch(/^segue=; HttpOnly; Max-Age=0; Path=\//)
  })

  it('does so once of several calls', async () => {
    const { api } = await app.signIn()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => api.me.delete({ password: testPassword })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const { reason } of outcomes.filter((outcome) => outcome.status === 'rejected'))
      expect(reason).toMatchObject({ code: 'UNAUTHORIZED' })
  })
})

describe('admin.users.remove', () => {
  it('keeps the tracks that an admin brought', async () => {
    const keeper = await app.signIn('admin')
    const { track, audio } = await addTrack(keeper)
    await admin.api.admin.users.remove({ id: keeper.user.id })
    const listener = await app.signIn()
    const { url } = await listener.api.stream.start({ trackId: track.id })
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(audio.sizeBytes)
    expect(await em().count(Play, { track: track.id })).toBe(1)
  })
})

describe('every procedure', () => {
  const names = [...proceduresOf(appRouter).keys()].filter((name) => !name.startsWith('auth.'))

  it.each(names)(
    'does not fail for a user who was erased after the call began: %s',
    async (name) => {
      const owner = await ownerOfEverything(app, shelf)
      const context = createContext(app.services, owner.request)
      await context.caller()
      await admin.api.admin.users.remove({ id: owner.own.userId })
      const api = appRouter.createCaller(context)
      const outcome = await outcomeOf({ ...owner, api }, name, exampleInputs[name]?.(owner.own))
      expect(outcome).not.toMatchObject({ reason: 'internal_error' })
    },
  )
})
