import { randomUUID } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { refusal } from '../../test/refusal.ts'
import { testAppForTest, testPassword } from '../../test/test-app.ts'

describe('registrations and refreshes', () => {
  it('are limited per address, taken e-mails included', async () => {
    const strict = await testAppForTest({ limits: { registerPerAddress: 3 } })
    const register = (address: string, email = `${randomUUID()}@example.com`) =>
      strict.client({ address }).api.auth.register({ email, password: testPassword, nickname: 'A' })
    const { user } = await register('192.0.2.1')
    expect((await refusal(register('192.0.2.1', user.email))).reason).toBe('email_taken')
    await register('192.0.2.1')
    const refused = await refusal(register('192.0.2.1'))
    expect(refused.reason).toBe('rate_limited')
    expect(refused.retryAfter).toBeGreaterThan(3_590)
    await register('192.0.2.2')
  })

  it('are limited per address, right or wrong: refreshes', async () => {
    const strict = await testAppForTest({ limits: { refreshPerAddress: 3 } })
    const refresh = () => strict.client().api.auth.refresh({ refreshToken: 'of nobody' })
    const reasons: string[] = []
    for (let at = 0; at < 4; at++) reasons.push((await refusal(refresh())).reason)
    expect(reasons).toEqual([...Array<string>(3).fill('session_expired'), 'rate_limited'])
  })
})

describe('without the database', () => {
  it('registrations are counted in memory, and sign-ins that cannot be checked are not', async () => {
    const away = await testAppForTest({
      databaseUrl: 'postgresql://segue:secret@127.0.0.1:1/segue',
      limits: { signInPerAccount: 10, signInPerAddress: 100, registerPerAddress: 2 },
    })
    const { api } = away.client()
    const account = { email: 'a@example.com', password: testPassword, nickname: 'A' }
    const registrations: string[] = []
    for (let at = 0; at < 3; at++)
      registrations.push((await refusal(api.auth.register(account))).reason)
    expect(registrations).toEqual(['database_unavailable', 'database_unavailable', 'rate_limited'])
    for (let at = 0; at < 12; at++)
      expect((await refusal(api.auth.login(account))).reason).toBe('database_unavailable')
  })
})
