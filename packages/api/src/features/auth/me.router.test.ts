import { randomUUID } from 'node:crypto'

import { afterAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp, testPassword } from '../../test/test-app.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const newEmail = () => `${randomUUID()}@example.com`
const currentPassword = testPassword

describe('me.get', () => {
  it('tells this of the caller, and no more', async () => {
    const { api, user } = await app.signIn()
    expect(await api.me.get()).toEqual({
      id: user.id,
      email: user.email,
      nickname: 'Somebody',
      avatarUrl: null,
      role: 'listener',
      locale: null,
      createdAt: user.createdAt.toISOString(),
    })
  })
})

describe('me.update', () => {
  it('changes what is given, and leaves the rest', async () => {
    const { api, request, user } = await app.signIn()
    const changed = await api.me.update({ nickname: '  Ada 🎵 ', locale: 'ko-kr' })
    expect(changed).toMatchObject({ nickname: 'Ada 🎵', locale: 'ko-KR', email: user.email })
    expect(await app.client(request).api.me.get()).toEqual(changed)
    expect(await api.me.update({ locale: null })).toMatchObject({
      nickname: 'Ada 🎵',
      locale: null,
    })
    expect(await api.me.update({})).toMatchObject({ nickname: 'Ada 🎵' })
  })

  it.each([
    ['en', 'en'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['ES-419', 'es-419'],
  ])('knows the language tag %s', async (locale, canonical) => {
    const { api } = await app.signIn()
    expect((await api.me.update({ locale })).locale).toBe(canonical)
  })

  it.each([
    ['locale', { locale: 'english please' }],
    ['locale', { locale: '' }],
    ['locale', { locale: `en-${'a'.repeat(40)}` }],
    ['nickname', { nickname: '\u200B' }],
    ['nickname', { nickname: 'x'.repeat(41) }],
    ['email', { email: 'nobody', currentPassword }],
    ['currentPassword', { email: 'new@example.com' }],
    ['avatarUploadId', { avatarUploadId: 'x' }],
  ] satisfies [string, RouterInputs['me']['update']][])(
    'refuses %s in %j',
    async (field, input) => {
      const { api } = await app.signIn()
      expect(await refusal(api.me.update(input))).toMatchObject({
        code: 'BAD_REQUEST',
        reason: 'input_invalid',
        fields: { [field]: expect.any(String) },
      })
    },
  )

  it('changes the e-mail address for who knows the password, and it signs in from then on', async () => {
    const { api, user } = await app.signIn()
    const email = newEmail().toUpperCase()
    const refused = api.me.update({ email, currentPassword: 'not the password', nickname: 'New' })
    expect(await refusal(refused)).toEqual({
      code: 'UNAUTHORIZED',
      reason: 'invalid_credentials',
    })
    expect((await api.me.get()).nickname).toBe('Somebody')
    expect(await api.me.update({ email, currentPassword })).toMatchObject({ email })
    const signIn = (address: string) =>
      app.client().api.auth.login({ email: address, password: testPassword })
    await expect(signIn(email.toLowerCase())).resolves.toBeDefined()
    expect(await refusal(signIn(user.email))).toMatchObject({ reason: 'invalid_credentials' })
  })

  it("ends every sign-in but the caller's with a new e-mail address, and none with a new nickname", async () => {
    const { api, user } = await app.signIn()
    const other = app.client()
    await other.api.auth.login({ email: user.email, password: testPassword })
    await api.me.update({ nickname: 'New' })
    await expect(other.api.me.get()).resolves.toBeDefined()
    await api.me.update({ email: newEmail(), currentPassword })
    expect(await refusal(other.api.me.get())).toMatchObject({ reason: 'session_expired' })
    expect(await api.auth.sessions()).toHaveLength(1)
  })

  it("refuses another's e-mail address in any spelling, and changes nothing then", async () => {
    const [one, other] = [await app.signIn(), await app.signIn()]
    const email = other.user.email.toUpperCase()
    const call = one.api.me.update({ email, currentPassword, nickname: 'New' })
    expect(await refusal(call)).toEqual({ code: 'CONFLICT', reason: 'email_taken' })
    expect(await one.api.me.get()).toMatchObject({ email: one.user.email, nickname: 'Somebody' })
    const own = one.user.email.toUpperCase()
    expect(await one.api.me.update({ email: own, currentPassword })).toMatchObject({ email: own })
  })

  it('gives one address to one of those who ask for it at once', async () => {
    const email = newEmail()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, async () => {
        const { api } = await app.signIn()
        return api.me.update({ email, currentPassword })
      }),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
