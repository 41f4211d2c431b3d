import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { User } from '../features/auth/user.entity.ts'
import { refusal } from '../test/refusal.ts'
import { testApp, testAppForTest, type TestClient, testPassword } from '../test/test-app.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const dayMs = 86_400_000
const expired = { code: 'UNAUTHORIZED', reason: 'session_expired' }

async function signInDevice(): Promise<{
  device: TestClient
  refreshToken: string
  browser: TestClient
  user: User
}> {
  const { user, ...browser } = await app.signIn()
  const { email } = user
  const answer = await app.client().api.auth.token({ email, password: testPassword })
  const device = app.client({ authorization: `Bearer ${answer.accessToken}` })
  return { device, refreshToken: answer.refreshToken, browser, user }
}

describe('the session cookie', () => {
  it('carries the flags of a site by http', async () => {
    const { setCookies } = await app.signIn()
    expect(setCookies).toEqual([
      expect.stringMatching(
        /^segue=[a-z2-7]{40}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax$/,
      ),
    ])
  })

  it('is Secure, of this host alone, by https', async () => {
    const https = await testAppForTest({ isHttps: true })
    const { api, setCookies } = await https.signIn()
    expect(setCookies).toEqual([
      expect.stringMatching(
        /^__Host-segue=[a-z2-7]{40}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax; Secure$/,
      ),
    ])
    expect((await api.auth.session()).user).not.toBeNull()
  })

  it('is another after each sign-in, and ends the one it came with', async () => {
    const browser = await app.signIn()
    const former = browser.request.cookie
    await browser.api.auth.login({ email: browser.user.email, password: testPassword })
    expect(browser.request.cookie).not.toBe(former)
    expect(await refusal(app.client({ cookie: former }).api.me.get())).toMatchObject(expired)
  })

  it('cannot be chosen by somebody else before a sign-in', async () => {
    const { user } = await app.signIn()
    const chosen = 'segue=chosenbyanattackerchosenbyanattacker2345'
    const victim = app.client({ cookie: chosen })
    await victim.api.auth.login({ email: user.email, password: testPassword })
    expect(victim.request.cookie).not.toBe(chosen)
    expect(await app.client({ cookie: chosen }).api.auth.session()).toMatchObject({ user: null })
  })

  it('is read among those of other programs, however they are written', async () => {
    const { request, user } = await app.signIn()
    for (const cookie of [`a=%E0%A4%A; ${request.cookie}`, `=;;b;${request.cookie};c="x`])
      expect((await app.client({ cookie }).api.me.get()).id).toBe(user.id)
    for (const cookie of ['segue=%E0%A4%A', 'segue=', 'segue', 'xsegue=a', '\0', ''])
      expect(await app.client({ cookie }).api.auth.session()).toMatchObject({ user: null })
  })

  it('is nowhere in the database, nor is a refresh token', async () => {
    const { browser, refreshToken } = await signInDevice()
    const cookie = browser.request.cookie?.split('=')[1] ?? ''
    const em = app.services.orm.em.fork()
    const tables: { name: string }[] = await em.execute(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    const dumps = await Promise.all(
      tables.map(({ name }) => em.fork().execute(`select t::text as row from "${name}" t`)),
    )
    const everything = JSON.stringify(dumps)
    expect(everything).toContain('argon2id')
    for (const secret of [cookie, refreshToken]) {
      expect(secret).toHaveLength(40)
      expect(everything).not.toContain(secret)
    }
  })
})

describe('signing out', () => {
  it('ends the session on the server and takes the cookie back', async () => {
    const browser = await app.signIn()
    const { cookie } = browser.request
    expect(await browser.api.auth.logout()).toEqual({})
    expect(browser.setCookies.at(-1)).toMatch(/^segue=; HttpOnly; Max-Age=0; Path=\//)
    expect(await refusal(app.client({ cookie }).api.me.get())).toEqual(expired)
  })

  it('ends a device with its access and refresh token', async () => {
    const { device, refreshToken } = await signInDevice()
    await device.api.auth.logout()
    expect(device.setCookies).toEqual([])
    expect(await refusal(app.client(device.request).api.me.get())).toEqual(expired)
    expect(await refusal(app.client().api.auth.refresh({ refreshToken }))).toEqual(expired)
  })

  it('leaves the other sign-ins of the user alone', async () => {
    const { device, browser } = await signInDevice()
    await browser.api.auth.logout()
    await expect(app.client(device.request).api.me.get()).resolves.toBeDefined()
  })

  it('leaves no successor behind that a refresh makes meanwhile', async () => {
    for (let round = 0; round < 8; round++) {
      const { device, refreshToken } = await signInDevice()
      const anonymous = app.client()
      const [refreshed] = await Promise.allSettled([
        anonymous.api.auth.refresh({ refreshToken }),
        device.api.auth.logout(),
      ])
      const successor =
        refreshed.status === 'fulfilled' ? refreshed.value.refreshToken : refreshToken
      const { reason } = await refusal(app.client().api.auth.refresh({ refreshToken: successor }))
      expect(reason).toBe('session_expired')
    }
  })
})

describe('a bearer', () => {
  it.each([
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer a.b.c',
    'Basic YTpi',
    '',
    'Bearer a.b.c d',
    '\0',
  ])('that is none is refused beside a good cookie: %j', async (authorization) => {
    const { request } = await app.signIn()
    const both = app.client({ ...request, authorization })
    expect(await refusal(both.api.me.get())).toEqual(expired)
    expect(await refusal(both.api.auth.session())).toEqual(expired)
  })

  it('is looked at alone: the cookie beside it does not count', async () => {
    const { device, user } = await signInDevice()
    const other = await app.signIn()
    const both = app.client({ ...other.request, authorization: device.request.authorization })
    expect((await both.api.me.get()).id).toBe(user.id)
  })

  it('is no refresh token, and a refresh token no cookie', async () => {
    const { refreshToken } = await signInDevice()
    for (const wrong of [
      app.client({ authorization: `Bearer ${refreshToken}` }),
      app.client({ cookie: `segue=${refreshToken}` }),
    ])
      expect(await refusal(wrong.api.me.get())).toEqual(expired)
  })

  it('of a deleted user is refused, not an error', async () => {
    const { device, browser, user } = await signInDevice()
    await app.services.orm.em.fork().nativeDelete(User, { id: user.id })
    expect(await refusal(device.api.me.get())).toEqual(expired)
    expect(await refusal(app.client(browser.request).api.me.get())).toEqual(expired)
  })
})

describe('an account', () => {
  it('that is disabled is refused at once, by cookie, access and refresh token', async () => {
    const { device, refreshToken, browser, user } = await signInDevice()
    await app.services.orm.em.fork().nativeUpdate(User, { id: user.id }, { disabledAt: new Date() })
    const refused = { code: 'FORBIDDEN', reason: 'account_disabled' }
    expect(await refusal(device.api.me.get())).toEqual(refused)
    expect(await refusal(browser.api.me.get())).toEqual(refused)
    expect(await refusal(app.client().api.auth.refresh({ refreshToken }))).toEqual(refused)
  })

  it('that is no admin any more is no admin at once', async () => {
    const admin = await app.signIn('admin')
    const presign = () => admin.api.tracks.presignCover({ contentType: 'image/png', sizeBytes: 1 })
    await presign()
    const em = app.services.orm.em.fork()
    await em.nativeUpdate(User, { id: admin.user.id }, { role: 'listener' })
    const renewed = app.client(admin.request)
    expect(
      await refusal(renewed.api.tracks.presignCover({ contentType: 'image/png', sizeBytes: 1 })),
    ).toEqual({ code: 'FORBIDDEN', reason: 'forbidden' })
  })
})

describe('the life of a sign-in', () => {
  const start = new Date('2030-01-01T00:00:00Z').getTime()
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }))
  afterEach(() => vi.useRealTimers())

  const afterDays = (days: number) => vi.setSystemTime(start + days * dayMs)
  const isAlive = async ({ request }: TestClient) =>
    (await app.client({ ...request }).api.auth.session()).user !== null

  it('ends after 30 days without use', async () => {
    const browser = await app.signIn()
    afterDays(29.9)
    expect(await isAlive(browser)).toBe(true)
    const other = await app.signIn()
    afterDays(29.9 + 30.1)
    expect(await isAlive(browser)).toBe(false)
    expect(await isAlive(other)).toBe(false)
  })

  it('starts anew with each use, a short one after the first day too', async () => {
    const browser = await app.signIn()
    afterDays(1)
    const client = app.client(browser.request)
    await client.api.me.get()
    expect(browser.setCookies).toHaveLength(2)
    afterDays(30.9)
    expect(await isAlive(browser)).toBe(true)
  })

  it('never passes 180 days, however much it is used', async () => {
    const browser = await app.signIn()
    for (let days = 10; days < 180; days += 10) {
      afterDays(days)
      expect(await isAlive(browser)).toBe(true)
    }
    afterDays(180.01)
    expect(await isAlive(browser)).toBe(false)
  })

  it('is noted every five minutes of use, once among calls at once, and shown', async () => {
    const { user, ...browser } = await app.signIn()
    const lastUsed = async () =>
      (await app.client(browser.request).api.auth.sessions())[0]?.lastUsedAt
    vi.setSystemTime(start + 290_000)
    expect(await lastUsed()).toBe(new Date(start).toISOString())
    vi.setSystemTime(start + 300_000)
    await Promise.all(Array.from({ length: 5 }, () => app.client(browser.request).api.me.get()))
    expect(browser.setCookies).toHaveLength(2)
    expect(await lastUsed()).toBe(new Date(start + 300_000).toISOString())
    const { lastSeenAt } = await app.services.orm.em.fork().findOneOrFail(User, { id: user.id })
    expect(lastSeenAt?.getTime()).toBe(start + 300_000)
  })

  it('is noted for access tokens too', async () => {
    const { device } = await signInDevice()
    vi.setSystemTime(start + 600_000)
    await device.api.me.get()
    const sessions = await device.api.auth.sessions()
    expect(sessions.find(({ current }) => current)?.lastUsedAt).toBe(
      new Date(start + 600_000).toISOString(),
    )
  })
})
