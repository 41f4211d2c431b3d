import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { RouterOutputs } from '../index.ts'
import { refusal } from '../test/refusal.ts'
import { testApp, testPassword } from '../test/test-app.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

type Tokens = RouterOutputs['auth']['token']

const start = new Date('2030-01-01T00:00:00Z').getTime()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }))
afterEach(() => vi.useRealTimers())

async function signInDevice(): Promise<Tokens> {
  const { user } = await app.signIn()
  return app.client().api.auth.token({
    email: user.email,
    password: testPassword,
    deviceName: 'A phone',
  })
}

function refresh({ refreshToken }: { refreshToken: string }): Promise<Tokens> {
  return app.client().api.auth.refresh({ refreshToken })
}

function whoIs({ accessToken }: Tokens) {
  return app.client({ authorization: `Bearer ${accessToken}` }).api.me.get()
}

const spent = { code: 'UNAUTHORIZED', reason: 'refresh_spent' }
const reused = { code: 'UNAUTHORIZED', reason: 'refresh_reused' }
const expired = { code: 'UNAUTHORIZED', reason: 'session_expired' }

describe('auth.refresh', () => {
  it('gives a new pair of tokens of the same sign-in', async () => {
    const first = await signInDevice()
    expect(first).toEqual({
      accessToken: expect.any(String),
      tokenType: 'Bearer',
      expiresIn: 900,
      refreshToken: expect.stringMatching(/^[a-z2-7]{40}$/),
    })
    const second = await refresh(first)
    expect(Object.keys(second)).toEqual(Object.keys(first))
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect((await whoIs(second)).id).toBe((await whoIs(first)).id)
    const device = app.client({ authorization: `Bearer ${second.accessToken}` })
    expect((await device.api.auth.sessions()).filter(({ deviceName }) => deviceName)).toHaveLength(
      1,
    )
  })

  it('has one winner among 20 at once, and signs nobody out', async () => {
    const first = await signInDevice()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => {
        const call = refresh(first)
        return call.catch(() => refusal(call))
      }),
    )
    const losers = answers.filter((answer) => 'reason' in answer)
    expect(losers.map(({ reason }) => reason)).toEqual(Array(19).fill('refresh_spent'))
    const winner = answers.find((answer) => 'refreshToken' in answer) ?? first
    await expect(whoIs(winner)).resolves.toBeDefined()
    await expect(whoIs(await refresh(winner))).resolves.toBeDefined()
  })

  it('takes a token again within 10 s for a lost race: nothing ends', async () => {
    const first = await signInDevice()
    const second = await refresh(first)
    vi.setSystemTime(start + 9_900)
    expect(await refusal(refresh(first))).toEqual(spent)
    await whoIs(second)
    await whoIs(await refresh(second))
  })

  it('takes a token again later for theft: the sign-in ends, access tokens too', async () => {
    const first = await signInDevice()
    const second = await refresh(first)
    const third = await refresh(second)
    vi.setSystemTime(start + 10_100)
    expect(await refusal(refresh(first))).toEqual(reused)
    for (const tokens of [first, second, third])
      expect(await refusal(whoIs(tokens))).toEqual(expired)
    for (const tokens of [first, second, third])
      expect(await refusal(refresh(tokens))).toEqual(expired)
  })

  it('leaves the other sign-ins of the user alone when one was stolen', async () => {
    const { user, api } = await app.signIn()
    const { email } = user
    const stolen = await app.client().api.auth.token({ email, password: testPassword })
    const other = await app.client().api.auth.token({ email, password: testPassword })
    await refresh(stolen)
    vi.setSystemTime(start + 60_000)
    expect(await refusal(refresh(stolen))).toEqual(reused)
    await whoIs(await refresh(other))
    await api.me.get()
  })

  it('is session_expired when a sign-out comes first', async () => {
    const tokens = await signInDevice()
    const em = app.services.orm.em.fork()
    await em.begin()
    await em.execute('delete from sessions where device_name is not null')
    const refused = refusal(refresh(tokens))
    const waiting = `select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(() => em.fork().execute(waiting), { timeout: 20_000 }).toHaveLength(1)
    await em.commit()
    expect(await refused).toEqual(expired)
  })

  it('refuses what is no refresh token', async () => {
    const { request } = await app.signIn()
    const sessionOfBrowser = request.cookie?.split('=')[1] ?? ''
    const { accessToken } = await signInDevice()
    for (const refreshToken of [sessionOfBrowser, 'x', '\0', '\uD800', 'a'.repeat(40)])
      expect(await refusal(refresh({ refreshToken }))).toEqual(expired)
    expect(await refusal(refresh({ refreshToken: accessToken }))).toEqual(expired)
    expect((await app.client(request).api.auth.session()).user).not.toBeNull()
  })

  it('refuses a token unused for 30 days', async () => {
    const first = await signInDevice()
    vi.setSystemTime(start + 30.1 * 86_400_000)
    expect(await refusal(refresh(first))).toEqual(expired)
  })

  it('ends after 180 days, however often it refreshed', async () => {
    let tokens = await signInDevice()
    for (let days = 20; days < 180; days += 20) {
      vi.setSystemTime(start + days * 86_400_000)
      tokens = await refresh(tokens)
    }
    vi.setSystemTime(start + 180.01 * 86_400_000)
    expect(await refusal(refresh(tokens))).toEqual(expired)
  })
})

describe('auth.sessions', () => {
  it('lists the own live sign-ins, the current one marked', async () => {
    const browser = await app.signIn()
    const { email } = browser.user
    const device = app.client({ userAgent: `Segue/1 ${'x'.repeat(500)}` })
    vi.setSystemTime(start + 1_000)
    const tokens = await device.api.auth.token({
      email,
      password: testPassword,
      deviceName: ' Phone ',
    })
    await refresh(tokens)
    await app.signIn()
    expect(await browser.api.auth.sessions()).toEqual([
      {
        id: expect.any(String),
        deviceName: 'Phone',
        userAgent: expect.stringMatching(/^Segue\/1 x+$/),
        createdAt: new Date(start + 1_000).toISOString(),
        lastUsedAt: new Date(start + 1_000).toISOString(),
        current: false,
      },
      expect.objectContaining({ deviceName: null, userAgent: null, current: true }),
    ])
  })
})

describe('auth.revokeSession', () => {
  it('ends one of the own sign-ins', async () => {
    const browser = await app.signIn()
    const { email } = browser.user
    const tokens = await app.client().api.auth.token({ email, password: testPassword })
    const device = (await browser.api.auth.sessions()).find(({ current }) => !current)
    await browser.api.auth.revokeSession({ id: device?.id ?? '' })
    expect(await refusal(whoIs(tokens))).toEqual(expired)
    expect(await refusal(refresh(tokens))).toEqual(expired)
    expect(await browser.api.auth.sessions()).toHaveLength(1)
  })

  it("does not know another's", async () => {
    const [mine, theirs] = [await app.signIn(), await app.signIn()]
    const id = (await theirs.api.auth.sessions())[0]?.id ?? ''
    expect(await refusal(mine.api.auth.revokeSession({ id }))).toEqual({
      code: 'NOT_FOUND',
      reason: 'not_found',
    })
    await theirs.api.me.get()
  })
})
