import { createHash } from 'node:crypto'

import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'

import { sweepSessions } from '../../credentials/sign-ins.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp, type TestClient, testPassword, type TestUser } from '../../test/test-app.ts'
import { PasswordReset } from './password-reset.entity.ts'
import { makeResetLink } from './password-resets.ts'
import type { User } from './user.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
afterEach(() => vi.useRealTimers())

const em = () => app.services.orm.em.fork()
const newPassword = 'another battery staple'
const wrong = { code: 'UNAUTHORIZED', reason: 'invalid_credentials' }
const expired = { code: 'UNAUTHORIZED', reason: 'session_expired' }

async function signInDevice({ email }: User) {
  const { accessToken, refreshToken } = await app
    .client()
    .api.auth.token({ email, password: testPassword })
  return { ...app.client({ authorization: `Bearer ${accessToken}` }), refreshToken }
}

async function signInBrowser({ email }: User, password = testPassword): Promise<TestClient> {
  const browser = app.client()
  await browser.api.auth.login({ email, password })
  return browser
}

const change = ({ api }: TestClient, currentPassword = testPassword) =>
  api.auth.changePassword({ currentPassword, newPassword })

const isSignedIn = ({ request }: TestClient) =>
  app
    .client({ ...request })
    .api.me.get()
    .then(
      () => true,
      () => false,
    )

describe('auth.changePassword', () => {
  it('changes what signs in', async () => {
    const browser = await app.signIn()
    expect(await change(browser)).toEqual({})
    expect(await refusal(signInBrowser(browser.user))).toEqual(wrong)
    await expect(signInBrowser(browser.user, newPassword)).resolves.toBeDefined()
  })

  it('needs the current password, and says so as of any wrong one', async () => {
    const browser = await app.signIn()
    expect(await refusal(change(browser, newPassword))).toEqual(wrong)
    expect(await refusal(change(browser, 'x'.repeat(1_001)))).toMatchObject({
      code: 'BAD_REQUEST',
      fields: { currentPassword: expect.any(String) },
    })
    await expect(signInBrowser(browser.user)).resolves.toBeDefined()
  })

  it('ends every other sign-in at once: cookie, access and refresh token', async () => {
    const browser = await app.signIn()
    const [other, device] = [await signInBrowser(browser.user), await signInDevice(browser.user)]
    await change(browser)
    expect(await refusal(app.client({ cookie: other.request.cookie }).api.me.get())).toEqual(
      expired,
    )
    expect(await refusal(device.api.me.get())).toEqual(expired)
    const { refreshToken } = device
    expect(await refusal(app.client().api.auth.refresh({ refreshToken }))).toEqual(expired)
    expect(await browser.api.auth.sessions()).toHaveLength(1)
  })

  it("gives the caller's own cookie a new session id of the same sign-in", async () => {
    const browser = await app.signIn()
    const [former, [before]] = [browser.request.cookie, await browser.api.auth.sessions()]
    await change(browser)
    expect(browser.request.cookie).not.toBe(former)
    expect(await refusal(app.client({ cookie: former }).api.me.get())).toEqual(expired)
    expect(await isSignedIn(browser)).toBe(true)
    expect(await browser.api.auth.sessions()).toEqual([before])
  })

  it('by a bearer leaves that device signed in, and no browser', async () => {
    const browser = await app.signIn()
    const device = await signInDevice(browser.user)
    await change(device)
    expect(await isSignedIn(device)).toBe(true)
    expect(await isSignedIn(browser)).toBe(false)
    const { refreshToken } = device
    await expect(app.client().api.auth.refresh({ refreshToken })).resolves.toBeDefined()
  })

  it('lets in nobody who showed the former password meanwhile', async () => {
    for (let round = 0; round < 6; round++) {
      const browser = await app.signIn()
      const outcomes = await Promise.allSettled([signInBrowser(browser.user), change(browser)])
      const [signedIn] = outcomes
      const client = signedIn.status === 'fulfilled' ? signedIn.value : app.client()
      expect(await isSignedIn(client)).toBe(false)
      expect(outcomes[1].status).toBe('fulfilled')
    }
  })

  it('of several at once lets one win, and the account stays whole', async () => {
    const browser = await app.signIn()
    const passwords = Array.from({ length: 5 }, (_, index) => `${newPassword} ${index}`)
    const outcomes = await Promise.allSettled(
      passwords.map((newPassword) =>
        app
          .client({ cookie: browser.request.cookie })
          .api.auth.changePassword({ currentPassword: testPassword, newPassword }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const won = passwords[outcomes.findIndex(({ status }) => status === 'fulfilled')]
    await expect(signInBrowser(browser.user, won)).resolves.toBeDefined()
  })

  it('ends links for a new password that were not used', async () => {
    const browser = await app.signIn()
    const token = await linkFor(browser)
    await change(browser)
    expect(await refusal(app.client().api.auth.resetPassword({ token, newPassword }))).toEqual(
      wrong,
    )
  })
})

async function linkFor({ user }: TestUser): Promise<string> {
  const { url } = await makeResetLink(em(), user.id, 'https://music.example.com')
  return url.split('#')[1] ?? ''
}

const reset = (token: string) => app.client().api.auth.resetPassword({ token, newPassword })

describe('auth.resetPassword', () => {
  it('sets the password, and ends every sign-in', async () => {
    const browser = await app.signIn()
    const device = await signInDevice(browser.user)
    expect(await reset(await linkFor(browser))).toEqual({})
    expect(await isSignedIn(browser)).toBe(false)
    expect(await isSignedIn(device)).toBe(false)
    expect(await refusal(signInBrowser(browser.user))).toEqual(wrong)
    await expect(signInBrowser(browser.user, newPassword)).resolves.toBeDefined()
  })

  it('takes a link once, also of 10 calls at once, and none made before', async () => {
    const browser = await app.signIn()
    const [earlier, token] = [await linkFor(browser), await linkFor(browser)]
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => reset(token)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refusal(reset(earlier))).toEqual(wrong)
  })

  it('answers wrong, spent and old tokens alike', async () => {
    const browser = await app.signIn()
    const [spent, old] = [await linkFor(browser), await linkFor(browser)]
    const { expiresAt } = await em().findOneOrFail(PasswordReset, { id: hash(old) })
    await em().nativeDelete(PasswordReset, { id: hash(spent) })
    vi.useFakeTimers({ toFake: ['Date'], now: expiresAt })
    for (const token of [spent, old, '', '\0', '\uD800', 'x'.repeat(1_000), hash(old)])
      expect(await refusal(reset(token))).toEqual(wrong)
  })

  it('works within an hour, and the table holds a hash alone', async () => {
    const browser = await app.signIn()
    const token = await linkFor(browser)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const resets = await em().find(PasswordReset, { user: browser.user.id })
    expect(JSON.stringify(resets)).not.toContain(token)
    const { createdAt, expiresAt } = resets[0] ?? {}
    expect(Number(expiresAt) - Number(createdAt)).toBe(3_600_000)
    vi.useFakeTimers({ toFake: ['Date'], now: Number(expiresAt) - 1 })
    expect(await reset(token)).toEqual({})
  })

  it('spends no link on a password that will not do', async () => {
    const browser = await app.signIn()
    const token = await linkFor(browser)
    for (const newPassword of ['1234567', 'password1', 'a\0bcdefgh', 'x'.repeat(257)])
      expect(
        await refusal(app.client().api.auth.resetPassword({ token, newPassword })),
      ).toMatchObject({ reason: 'input_invalid', fields: { newPassword: expect.any(String) } })
    expect(await reset(token)).toEqual({})
  })

  it('is swept when its hour is over, and not before', async () => {
    const browser = await app.signIn()
    const token = await linkFor(browser)
    const count = () => em().count(PasswordReset, { id: hash(token) })
    await sweepSessions(app.services)
    expect(await count()).toBe(1)
    await em().nativeUpdate(PasswordReset, { id: hash(token) }, { expiresAt: new Date() })
    await sweepSessions(app.services)
    expect(await count()).toBe(0)
  })
})

describe('a common password', () => {
  const fields = (field: string) => ({
    code: 'BAD_REQUEST',
    reason: 'input_invalid',
    fields: { [field]: expect.any(String) },
  })

  it('is refused wherever one is chosen, and still signs in where it was chosen before', async () => {
    const browser = await app.signIn()
    const admin = await app.signIn('admin')
    const account = { email: `${crypto.randomUUID()}@example.com`, nickname: 'Somebody' }
    const common = { newPassword: 'Letmein1' }
    expect(
      await refusal(app.client().api.auth.register({ ...account, password: 'sunshine' })),
    ).toEqual(fields('password'))
    expect(
      await refusal(admin.api.admin.users.create({ ...account, password: 'sunshine' })),
    ).toEqual(fields('password'))
    expect(
      await refusal(browser.api.auth.changePassword({ currentPassword: testPassword, ...common })),
    ).toEqual(fields('newPassword'))
  })
})

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
