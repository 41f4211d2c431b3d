import { randomUUID } from 'node:crypto'

import { afterAll, describe, expect, it } from 'vitest'

import { refusal } from '../../test/refusal.ts'
import { testApp, testAppForTest, testPassword } from '../../test/test-app.ts'
import { User } from './user.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

function someone(): { email: string; password: string; nickname: string } {
  return { email: `${randomUUID()}@example.com`, password: testPassword, nickname: 'Somebody' }
}

describe('auth.register', () => {
  it('makes a listener and signs in', async () => {
    const { api } = app.client()
    const account = someone()
    const { user } = await api.auth.register(account)
    expect(user).toEqual({
      id: expect.any(String),
      email: account.email,
      nickname: 'Somebody',
      avatarUrl: null,
      role: 'listener',
      locale: null,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    })
    expect(await api.me.get()).toEqual(user)
    expect(await api.auth.session()).toEqual({ user, registration: 'open' })
  })

  it('takes no role, id or date from the caller', async () => {
    const { api } = app.client()
    const stowaway = { ...someone(), role: 'admin', id: randomUUID(), createdAt: '2000-01-01' }
    const { user } = await api.auth.register(stowaway)
    expect(user.role).toBe('listener')
    expect(user.id).not.toBe(stowaway.id)
  })

  it('gives two users of one password different hashes', async () => {
    const accounts = [someone(), someone()]
    for (const account of accounts) await app.client().api.auth.register(account)
    const users = await app.services.orm.em
      .fork()
      .find(User, { email: accounts.map(({ email }) => email) }, { populate: ['passwordHash'] })
    const hashes = users.map(({ passwordHash }) => passwordHash)
    expect(new Set(hashes).size).toBe(2)
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$/)
  })

  it('makes one account of 20 simultaneous registrations of one e-mail', async () => {
    const { email, ...rest } = someone()
    const spellings = [email, email.toUpperCase(), ` ${email}`, email.replace('example', 'Example')]
    const attempts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const call = app
          .client()
          .api.auth.register({ ...rest, email: spellings[index % 4] ?? email })
        return call.then(
          () => 'made',
          () => refusal(call).then(({ code, reason }) => `${code} ${reason}`),
        )
      }),
    )
    expect(attempts.filter((outcome) => outcome === 'made')).toHaveLength(1)
    expect(attempts.filter((outcome) => outcome === 'CONFLICT email_taken')).toHaveLength(19)
  })

  it.each([8, 256])('takes a password of %i characters', async (length) => {
    const call = app.client().api.auth.register({ ...someone(), password: 'a'.repeat(length) })
    await expect(call).resolves.toBeDefined()
  })

  it.each([7, 257])('refuses a password of %i characters', async (length) => {
    const account = { ...someone(), password: 'a'.repeat(length) }
    expect(await refusal(app.client().api.auth.register(account))).toEqual({
      code: 'BAD_REQUEST',
      reason: 'input_invalid',
      fields: { password: expect.any(String) },
    })
  })

  it.each(['with\0 a zero byte', 'half a pair \uD83C'])(
    'refuses a password that is no text: %j',
    async (password) => {
      const call = app.client().api.auth.register({ ...someone(), password })
      expect(await refusal(call)).toMatchObject({ fields: { password: expect.any(String) } })
    },
  )

  it.each([
    '',
    'a',
    'a@',
    '@b',
    'a b@c',
    'a@b_c',
    'a@-b',
    'a@b\0',
    'a@ｂ',
    `${'a'.repeat(250)}@b.cd`,
  ])('refuses what is no e-mail address: %j', async (email) => {
    const call = app.client().api.auth.register({ ...someone(), email })
    expect(await refusal(call)).toMatchObject({
      reason: 'input_invalid',
      fields: { email: expect.any(String) },
    })
  })

  it('takes a domain without a dot', async () => {
    const email = `${randomUUID()}@localhost`
    const { user } = await app.client().api.auth.register({ ...someone(), email })
    expect(user.email).toBe(email)
  })

  it('is refused when registration is closed, which is said before', async () => {
    const closed = await testAppForTest({ registration: 'closed' })
    expect(await refusal(closed.client().api.auth.register(someone()))).toEqual({
      code: 'FORBIDDEN',
      reason: 'registration_closed',
    })
    expect(await closed.client().api.auth.session()).toEqual({ user: null, registration: 'closed' })
  })
})

describe('auth.login', () => {
  it('knows an e-mail in any case and with blanks around', async () => {
    const account = someone()
    await app.client().api.auth.register(account)
    const { user } = await app
      .client()
      .api.auth.login({ ...account, email: `  ${account.email.toUpperCase()} ` })
    expect(user.email).toBe(account.email)
  })

  it('takes a password exactly as it was chosen: every character, blank and form', async () => {
    const account = { ...someone(), password: '비밀번호🎵 한국 ' }
    await app.client().api.auth.register(account)
    const login = (password: string) =>
      app.client().api.auth.login({ email: account.email, password })
    await expect(login(account.password)).resolves.toBeDefined()
    for (const other of [account.password.normalize('NFD'), account.password.trim()])
      expect(await refusal(login(other))).toMatchObject({ reason: 'invalid_credentials' })
  })

  it('answers an unknown e-mail as a wrong password, and verifies a hash for both', async () => {
    const account = someone()
    await app.client().api.auth.register(account)
    const wrong = () => app.client().api.auth.login({ ...account, password: 'not the password' })
    const unknown = () => app.client().api.auth.login(someone())
    expect(await refusal(unknown())).toEqual(await refusal(wrong()))
    expect(await refusal(unknown())).toEqual({
      code: 'UNAUTHORIZED',
      reason: 'invalid_credentials',
    })
    const [least, leastOfWrong] = await leastCosts(unknown, wrong)
    const ratio = least / leastOfWrong
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  it.each(['\0', 'a\0@example.com', '\uD800@example.com', 'x'.repeat(1_000), "' or 1=1 --", ''])(
    'refuses garbage as any wrong password: %j',
    async (garbage) => {
      const asEmail = app.client().api.auth.login({ email: garbage, password: testPassword })
      expect(await refusal(asEmail)).toMatchObject({ reason: 'invalid_credentials' })
      const { user } = await app.signIn()
      const asPassword = app.client().api.auth.login({ email: user.email, password: garbage })
      expect(await refusal(asPassword)).toMatchObject({ reason: 'invalid_credentials' })
    },
  )

  it('does not take an e-mail with a zero byte in it for the one without', async () => {
    const { user } = await app.signIn()
    const email = user.email.replace('@', '\0@')
    expect(
      await refusal(app.client().api.auth.login({ email, password: testPassword })),
    ).toMatchObject({
      reason: 'invalid_credentials',
    })
  })

  it('refuses more than 1,000 characters as input, before any hashing', async () => {
    for (const input of [
      { email: 'a@b', password: 'x'.repeat(1_001) },
      { email: 'x'.repeat(1_001), password: testPassword },
    ])
      expect(await refusal(app.client().api.auth.login(input))).toMatchObject({
        reason: 'input_invalid',
      })
  })

  it('tells of a disabled account only who knows its password', async () => {
    const { user } = await app.signIn()
    await app.services.orm.em.fork().nativeUpdate(User, { id: user.id }, { disabledAt: new Date() })
    const { email } = user
    expect(await refusal(app.client().api.auth.login({ email, password: testPassword }))).toEqual({
      code: 'FORBIDDEN',
      reason: 'account_disabled',
    })
    expect(
      await refusal(app.client().api.auth.login({ email, password: 'wrong one' })),
    ).toMatchObject({
      reason: 'invalid_credentials',
    })
    expect(
      await refusal(app.client().api.auth.token({ email, password: testPassword })),
    ).toMatchObject({
      reason: 'account_disabled',
    })
  })

  it('leaves no trace of a password in what a user sees', async () => {
    const { api } = await app.signIn()
    expect(JSON.stringify(await api.me.get())).not.toMatch(/argon2|password/i)
  })
})

/**
 * Of processor time, all threads, in microseconds: a verification takes nearly all of it. In turns,
 * and the least of each, since whatever else the process does comes on top.
 */
async function leastCosts(
  ...calls: [() => Promise<unknown>, () => Promise<unknown>]
): Promise<[number, number]> {
  const least: [number, number] = [Infinity, Infinity]
  for (let round = 0; round < 9; round++)
    for (const [index, call] of calls.entries()) {
      const before = process.cpuUsage()
      await call().catch(() => undefined)
      const { user, system } = process.cpuUsage(before)
      least[index] = Math.min(least[index] ?? 0, user + system)
    }
  return least
}
