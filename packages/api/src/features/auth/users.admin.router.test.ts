import { afterAll, describe, expect, it } from 'vitest'

import { refusal } from '../../test/refusal.ts'
import { testApp, testAppForTest, testPassword } from '../../test/test-app.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const somebody = () => ({ email: `${crypto.randomUUID()}@example.com`, nickname: 'Somebody' })

describe('admin.users.list', () => {
  it('shows a user with what is known of them', async () => {
    const [admin, { user }] = [await app.signIn('admin'), await app.signIn()]
    await app.client().api.auth.login({ email: user.email, password: testPassword })
    expect((await admin.api.admin.users.list({ q: user.email })).items).toEqual([
      {
        id: user.id,
        email: user.email,
        nickname: 'Somebody',
        avatarUrl: null,
        role: 'listener',
        locale: null,
        createdAt: user.createdAt.toISOString(),
        disabled: false,
        lastSeenAt: expect.stringMatching(/^\d{4}-.*Z$/),
        plays: 0,
        playlists: 0,
      },
    ])
  })

  it.each(['newest', 'oldest', 'email', 'lastSeen'] as const)(
    'gives each user once over all pages: %s',
    async (sort) => {
      const own = await testAppForTest()
      const { api } = await own.signIn('admin')
      for (let index = 0; index < 7; index++) await api.admin.users.create(somebody())
      const whole = (await api.admin.users.list({ sort })).items.map(({ id }) => id)
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const page = await api.admin.users.list({ sort, limit: 3, cursor })
        paged.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(paged).toEqual(whole)
      expect(new Set(paged).size).toBe(8)
    },
  )
})

describe('admin.users.create', () => {
  it('gives a link that sets the password of an account made without one', async () => {
    const { api } = await app.signIn('admin')
    const account = somebody()
    const { user, resetUrl = '' } = await api.admin.users.create(account)
    expect(user).toMatchObject({ ...account, role: 'listener' })
    const [page, token = ''] = resetUrl.split('#')
    expect(page).toBe('http://localhost:4000/reset')
    const newPassword = 'a password of my own'
    expect(await app.client().api.auth.resetPassword({ token, newPassword })).toEqual({})
    const again = app.client().api.auth.resetPassword({ token, newPassword })
    expect(await refusal(again)).toEqual({ code: 'UNAUTHORIZED', reason: 'invalid_credentials' })
    const signIn = { email: account.email, password: newPassword }
    await expect(app.client().api.auth.login(signIn)).resolves.toMatchObject({ user })
  })
})

describe('the last admin', () => {
  it('can be neither demoted, disabled nor removed', async () => {
    const own = await testAppForTest()
    const { api, user } = await own.signIn('admin')
    const refused = { code: 'CONFLICT', reason: 'last_admin' }
    const { id } = user
    expect(await refusal(api.admin.users.update({ id, role: 'listener' }))).toEqual(refused)
    expect(await refusal(api.admin.users.update({ id, disabled: true }))).toEqual(refused)
    expect(await refusal(api.admin.users.remove({ id }))).toEqual(refused)
    expect(await refusal(api.me.delete({ password: testPassword }))).toEqual(refused)
  })
})
