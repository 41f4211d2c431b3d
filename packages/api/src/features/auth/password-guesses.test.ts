import { randomUUID } from 'node:crypto'

import { afterAll, describe, expect, it } from 'vitest'

import type { DomainError } from '../../errors.ts'
import { callHttp } from '../../test/call-http.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp, testAppForTest, testPassword } from '../../test/test-app.ts'

const limits = { signInPerAccount: 10, signInPerAddress: 100 }
const app = await testApp({ limits })
afterAll(() => app[Symbol.asyncDispose]())

const wrong = (times: number) => Array<string>(times).fill('invalid_credentials')

describe('guesses of a password', () => {
  it('count one by one in a batch', async () => {
    const account = { email: `${randomUUID()}@example.com`, password: 'a guess' }
    const path = `${Array(12).fill('auth.login').join(',')}?batch=1`
    const body = JSON.stringify({ ...Array.from({ length: 12 }, () => account) })
    const { text } = await callHttp(app.services, path, body, { address: '192.0.2.1' })
    const answers: { error: { data: { reason: string } } }[] = JSON.parse(text)
    const reasons = answers.map(({ error }) => error.data.reason)
    expect(reasons.toSorted()).toEqual([...wrong(10), 'rate_limited', 'rate_limited'])
  })

  it('are counted wherever the current password is asked for, for that account and address', async () => {
    const account = { email: `${randomUUID()}@example.com`, password: testPassword }
    const { api } = app.client({ address: '192.0.2.2' })
    await api.auth.register({ ...account, nickname: 'Somebody' })
    const guesses = [
      () => api.auth.changePassword({ currentPassword: 'a guess', newPassword: 'another secret' }),
      () => api.me.update({ email: `${randomUUID()}@example.com`, currentPassword: 'a guess' }),
      () => api.me.delete({ password: 'a guess' }),
    ]
    for (let at = 0; at < 10; at++)
      expect((await refusal(guesses[at % 3]?.() ?? Promise.resolve())).reason).toBe(
        'invalid_credentials',
      )
    for (const guess of guesses) expect((await refusal(guess())).reason).toBe('rate_limited')
    expect((await refusal(api.auth.login(account))).reason).toBe('rate_limited')
    expect((await api.me.get()).email).toBe(account.email)
  })

  it('are also tokens of nobody that would set a password, per address alone', async () => {
    const strict = await testAppForTest({ limits: { ...limits, signInPerAddress: 5 } })
    const reset = (address: string) =>
      strict.client({ address }).api.auth.resetPassword({
        token: randomUUID(),
        newPassword: 'another secret',
      })
    const reasons: string[] = []
    for (let at = 0; at < 7; at++) reasons.push((await refusal(reset('192.0.2.1'))).reason)
    expect(reasons).toEqual([...wrong(5), 'rate_limited', 'rate_limited'])
    expect((await refusal(reset('192.0.2.2'))).reason).toBe('invalid_credentials')
  })
})

describe('right passwords of many people behind one address, all at once', () => {
  it('are asked to come again in a second at most, and count for nothing after', async () => {
    const strict = await testAppForTest({ limits: { ...limits, signInPerAddress: 20 } })
    const address = '192.0.2.3'
    const { signIns } = strict.services.limits
    const attempt = (check: () => Promise<string | null>) =>
      signIns.attempt({ email: randomUUID(), address, onLimit: () => undefined }, check)
    const { promise: isOver, resolve: end } = Promise.withResolvers<string>()
    let checks = 0
    const check = () => {
      checks += 1
      return isOver
    }
    const waits: unknown[] = []
    const attempts = Array.from({ length: 30 }, () =>
      attempt(check).catch((refusal: DomainError) => waits.push(refusal.details.retryAfter)),
    )
    await expect.poll(() => [checks, waits.length]).toEqual([20, 10])
    expect(waits).toEqual(Array(10).fill(1))
    end('right')
    await Promise.all(attempts)
    for (let at = 0; at < 20; at++) expect(await attempt(async () => null)).toBeNull()
    await expect(attempt(async () => 'right')).rejects.toMatchObject({
      reason: 'rate_limited',
      details: { retryAfter: expect.toSatisfy((seconds: number) => seconds > 800) },
    })
  })
})
