import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'

import { pino } from 'pino'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { KnownAddress } from './known-address.entity.ts'
import { RateLimit } from './rate-limit.entity.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp, type TestApp, testAppForTest, testPassword } from '../../test/test-app.ts'
import { sweepAddresses } from '../../credentials/known-addresses.ts'
import { sweepLimits } from '../../credentials/rate-limits.ts'

const logged: string[] = []
const log = new Writable({
  write(line, _encoding, done) {
    logged.push(String(line))
    done()
  },
})
const limits = { signInPerAccount: 10, signInPerAddress: 100 }
const app = await testApp({ limits, logger: pino(log) })
afterAll(() => app[Symbol.asyncDispose]())

let host = 0
/** An address that nobody has used yet. */
const newAddress = () => `198.51.${Math.floor(++host / 250)}.${host % 250}`

async function someone(): Promise<{ email: string; password: string }> {
  const account = { email: `${randomUUID()}@example.com`, password: testPassword }
  await app.client({ address: newAddress() }).api.auth.register({ ...account, nickname: 'Someone' })
  return account
}

function login(
  account: { email: string; password: string },
  address: string,
  at: TestApp = app,
): Promise<unknown> {
  return at.client({ address }).api.auth.login(account)
}

/** The reasons of as many wrong guesses, one after the other. */
async function guess(email: string, address: string, times: number): Promise<string[]> {
  const reasons: string[] = []
  for (let at = 0; at < times; at++)
    reasons.push((await refusal(login({ email, password: `guess ${at}` }, address))).reason)
  return reasons
}

/** Failures without the cost of a hash. */
async function fail(email: string, address: string, times: number): Promise<void> {
  const attempt = { email, address, onLimit: () => undefined }
  for (let at = 0; at < times; at++)
    await app.services.limits.signIns.attempt(attempt, async () => null)
}

const wrong = (times: number) => Array<string>(times).fill('invalid_credentials')

describe('failed sign-ins', () => {
  it('are 10 per account and address; the right password then works from elsewhere', async () => {
    const account = await someone()
    const address = newAddress()
    expect(await guess(account.email, address, 12)).toEqual([
      ...wrong(10),
      'rate_limited',
      'rate_limited',
    ])
    const refused = await refusal(login(account, address))
    expect(refused).toEqual({
      code: 'TOO_MANY_REQUESTS',
      reason: 'rate_limited',
      retryAfter: expect.any(Number),
    })
    expect(refused.retryAfter).toBeGreaterThan(890)
    expect(refused.retryAfter).toBeLessThanOrEqual(900)
    await login(account, newAddress())
    expect((await refusal(login(account, address))).reason).toBe('rate_limited')
  })

  it('count by the e-mail as typed, whoever has it, in any case and by any way in', async () => {
    const email = `nobody-${randomUUID()}@example.com`
    const address = newAddress()
    const spellings = [email, email.toUpperCase(), ` ${email} `]
    for (let at = 0; at < 10; at++) {
      const { api } = app.client({ address })
      const account = { email: spellings[at % 3] ?? email, password: 'wrong' }
      const call = at % 2 ? api.auth.login(account) : api.auth.token(account)
      expect((await refusal(call)).reason).toBe('invalid_credentials')
    }
    expect(await guess(email, address, 1)).toEqual(['rate_limited'])
  })

  it('made at once cannot pass the limit, also not in two processes', async () => {
    const { databaseUrl } = app.services.config
    const other = await testAppForTest({ limits, databaseUrl })
    const { email } = await someone()
    const address = newAddress()
    const guesses = Array.from({ length: 50 }, (_, at) =>
      refusal(login({ email, password: `guess ${at}` }, address, at % 2 ? app : other)),
    )
    const reasons = (await Promise.all(guesses)).map(({ reason }) => reason)
    expect(reasons.filter((reason) => reason === 'invalid_credentials')).toHaveLength(10)
    expect(reasons.filter((reason) => reason === 'rate_limited')).toHaveLength(40)
  })

  it('are none where many sign in at once with the right password', async () => {
    const account = await someone()
    const address = newAddress()
    await Promise.all(Array.from({ length: 25 }, () => login(account, address)))
    expect(await guess(account.email, address, 1)).toEqual(wrong(1))
  })

  it('of a pair are forgotten by its own success, and of no other', async () => {
    const account = await someone()
    const [address, elsewhere] = [newAddress(), newAddress()]
    await fail(account.email, address, 9)
    await fail(account.email, elsewhere, 10)
    await login(account, address)
    expect(await guess(account.email, address, 10)).toEqual(wrong(10))
    expect(await guess(account.email, elsewhere, 1)).toEqual(['rate_limited'])
  })

  it('are remembered by a process that starts anew', async () => {
    const account = await someone()
    const address = newAddress()
    await fail(account.email, address, 10)
    const { databaseUrl } = app.services.config
    const restarted = await testAppForTest({ limits, databaseUrl })
    expect((await refusal(login(account, address, restarted))).reason).toBe('rate_limited')
  })

  it('are 100 per address; what is refused, right or elsewhere does not count', async () => {
    const address = newAddress()
    const account = await someone()
    const guessed = `${randomUUID()}@example.com`
    await fail(guessed, address, 10)
    expect(await guess(guessed, address, 20)).toEqual(Array(20).fill('rate_limited'))
    for (let at = 0; at < 89; at++) await fail(`${randomUUID()}@example.com`, address, 1)
    await login(account, address)
    expect(await guess(account.email, address, 1)).toEqual(wrong(1))
    expect((await refusal(login(account, address))).reason).toBe('rate_limited')
    await login(account, newAddress())
  })

  it('of an IPv6 network count together', async () => {
    const email = `${randomUUID()}@example.com`
    for (let at = 1; at <= 10; at++) await fail(email, `2001:db8:7:7::${at}`, 1)
    expect(await guess(email, '2001:db8:7:7:ffff::1', 1)).toEqual(['rate_limited'])
    expect(await guess(email, '2001:db8:7:8::1', 1)).toEqual(wrong(1))
  })
})

describe('an account guessed at from everywhere', () => {
  it('can be signed in to from where it was before, and from nowhere else', async () => {
    const account = await someone()
    const home = newAddress()
    await login(account, home)
    for (let at = 0; at < 30; at++) await fail(account.email, newAddress(), 10)
    const elsewhere = newAddress()
    expect((await refusal(login(account, elsewhere))).reason).toBe('rate_limited')
    await login(account, home)
    expect((await refusal(login(account, elsewhere))).reason).toBe('rate_limited')
  })

  it('knows an address for 90 days, and then not even by name', async () => {
    const account = await someone()
    const home = newAddress()
    await login(account, home)
    await sweepAddresses(app.services)
    await app.services.orm.em
      .fork()
      .execute(
        `update known_addresses set signed_in_at = now() - interval '90 days' where address = ?`,
        [home],
      )
    for (let at = 0; at < 30; at++) await fail(account.email, newAddress(), 10)
    expect((await refusal(login(account, home))).reason).toBe('rate_limited')
    const addresses = app.services.orm.em.fork()
    expect(await addresses.count(KnownAddress, { address: home })).toBe(1)
    await sweepAddresses(app.services)
    expect(await addresses.count(KnownAddress, { address: home })).toBe(0)
  })
})

describe('a limit', () => {
  beforeEach(() => void (logged.length = 0))

  it('is logged when it is reached, once, without what was typed', async () => {
    const email = `${randomUUID()}@example.com`
    const address = newAddress()
    await guess(email, address, 13)
    const events = logged.map((line) => JSON.parse(line))
    expect(events.filter(({ security }) => security === 'sign_in_failed')).toHaveLength(10)
    expect(events.filter(({ security }) => security === 'limit_reached')).toEqual([
      expect.objectContaining({ limit: 'sign_in_per_account', address }),
    ])
    expect(logged.join('')).not.toContain(email)
  })

  it('leaves no e-mail in its table, and no row when its time is over', async () => {
    const em = app.services.orm.em.fork()
    const email = `${randomUUID()}@example.com`
    await fail(email, newAddress(), 1)
    const rows = await em.findAll(RateLimit)
    expect(rows.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows)).not.toContain('@')
    await em.nativeUpdate(RateLimit, {}, { expire: Date.now() })
    await sweepLimits(app.services)
    expect(await em.count(RateLimit)).toBe(0)
  })

  it('of 0 is none', async () => {
    const free = await testAppForTest({ limits: { signInPerAccount: 0, signInPerAddress: 0 } })
    const email = 'nobody@example.com'
    for (let at = 0; at < 12; at++)
      expect((await refusal(login({ email, password: 'x' }, '192.0.2.1', free))).reason).toBe(
        'invalid_credentials',
      )
    expect(await free.services.orm.em.fork().count(RateLimit)).toBe(0)
  })
})
