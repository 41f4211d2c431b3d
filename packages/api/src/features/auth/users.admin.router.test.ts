import { afterAll, describe, expect, it } from 'vitest'

import type { RouterInputs } from '../../index.ts'
import { fillShelf, ownerOfEverything } from '../../test/belongings.ts'
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

  it('finds by e-mail and nickname, by role, and who is disabled', async () => {
    const own = await testAppForTest()
    const { api, user } = await own.signIn('admin')
    const create = async (email: string, nickname: string) =>
      (await api.admin.users.create({ email, nickname })).user.id
    const [ada, grace] = [
      await create('Ada@example.com', '100% Lovelace'),
      await create('grace@example.org', 'Gráce_Hopper'),
    ]
    await api.admin.users.update({ id: grace, disabled: true })
    const find = async (input: RouterInputs['admin']['users']['list']) =>
      (await api.admin.users.list({ sort: 'oldest', ...input })).items.map(({ id }) => id)
    expect(await find({ q: 'aDa@EXAMPLE' })).toEqual([ada])
    expect(await find({ q: 'GRACE example.org' })).toEqual([grace])
    expect(await find({ q: '%' })).toEqual([ada])
    expect(await find({ q: 'e_h' })).toEqual([grace])
    expect(await find({ role: 'admin' })).toEqual([user.id])
    expect(await find({ disabled: true })).toEqual([grace])
    expect(await find({ disabled: false, role: 'listener' })).toEqual([ada])
    expect(await find({ q: 'lovelace', disabled: true })).toEqual([])
  })

  it('counts plays and playlists', async () => {
    const { own, api } = await ownerOfEverything(app, await fillShelf(app.services.orm.em.fork()))
    expect((await api.admin.users.list({ q: own.email })).items).toMatchObject([
      { plays: 1, playlists: 2 },
    ])
  })

  it('finds one user by id, and nobody by an id of nobody', async () => {
    const [{ api }, { user }] = [await app.signIn('admin'), await app.signIn()]
    const found = async (id: string) => (await api.admin.users.list({ id })).items
    expect((await found(user.id)).map(({ email }) => email)).toEqual([user.email])
    expect(await found(crypto.randomUUID())).toEqual([])
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

  it('takes a password instead, and a role', async () => {
    const { api } = await app.signIn('admin')
    const account = { ...somebody(), password: 'a password that was given' }
    const made = await api.admin.users.create({ ...account, role: 'admin' })
    expect(made).toEqual({ user: expect.objectContaining({ role: 'admin' }) })
    const client = app.client()
    await client.api.auth.login(account)
    await expect(client.api.admin.users.list({})).resolves.toBeDefined()
  })

  it('refuses an e-mail address that somebody has', async () => {
    const [admin, { user }] = [await app.signIn('admin'), await app.signIn()]
    const account = { ...somebody(), email: user.email.toUpperCase() }
    expect(await refusal(admin.api.admin.users.create(account))).toEqual({
      code: 'CONFLICT',
      reason: 'email_taken',
    })
  })
})

/** A listener in a browser and on a device. */
async function twiceSignedIn(role: 'listener' | 'admin' = 'listener') {
  const browser = await app.signIn(role)
  const { email, id } = browser.user
  const { accessToken, refreshToken } = await app
    .client()
    .api.auth.token({ email, password: testPassword })
  const device = app.client({ authorization: `Bearer ${accessToken}` })
  const login = async () => {
    const client = app.client()
    await client.api.auth.login({ email, password: testPassword })
    return client
  }
  return { id, email, browser: app.client({ ...browser.request }), device, refreshToken, login }
}

async function expectSignedOut({
  browser,
  device,
  refreshToken,
}: Awaited<ReturnType<typeof twiceSignedIn>>): Promise<void> {
  const expired = { code: 'UNAUTHORIZED', reason: 'session_expired' }
  expect(await refusal(browser.api.me.get())).toEqual(expired)
  expect(await refusal(device.api.me.get())).toEqual(expired)
  expect(await refusal(app.client().api.auth.refresh({ refreshToken }))).toEqual(expired)
}

describe('admin.users.update', () => {
  it('changes what is given, and leaves sign-ins alone', async () => {
    const [admin, person] = [await app.signIn('admin'), await twiceSignedIn()]
    const { email } = somebody()
    const input = {
      id: person.id,
      nickname: 'New',
      email,
      role: 'listener',
      disabled: false,
    } as const
    const changed = await admin.api.admin.users.update(input)
    expect(changed).toEqual((await admin.api.admin.users.list({ q: email })).items[0])
    expect(changed).toMatchObject(input)
    expect(await person.browser.api.me.get()).toMatchObject({ nickname: 'New', email })
    expect(await person.device.api.me.get()).toMatchObject({ nickname: 'New', email })
  })

  it('of the role ends sign-ins at once: who is no admin any more, and who becomes one', async () => {
    const [admin, person] = [await app.signIn('admin'), await twiceSignedIn('admin')]
    await person.device.api.admin.users.list({})
    await admin.api.admin.users.update({ id: person.id, role: 'listener' })
    await expectSignedOut(person)
    const listener = await person.login()
    expect(await refusal(listener.api.admin.users.list({}))).toMatchObject({ reason: 'forbidden' })
    await admin.api.admin.users.update({ id: person.id, role: 'admin' })
    const again = app.client({ ...listener.request })
    expect(await refusal(again.api.admin.users.list({}))).toMatchObject({
      reason: 'session_expired',
    })
    await expect((await person.login()).api.admin.users.list({})).resolves.toBeDefined()
  })

  it('that disables ends sign-ins at once, and lets nobody in until enabled again', async () => {
    const [admin, person] = [await app.signIn('admin'), await twiceSignedIn()]
    const { url } = await admin.api.admin.users.resetLink({ id: person.id })
    const disabled = await admin.api.admin.users.update({ id: person.id, disabled: true })
    expect(disabled.disabled).toBe(true)
    await expectSignedOut(person)
    expect(await refusal(person.login())).toEqual({
      code: 'FORBIDDEN',
      reason: 'account_disabled',
    })
    const token = url.split('#')[1] ?? ''
    const reset = app.client().api.auth.resetPassword({ token, newPassword: 'a new password' })
    expect(await refusal(reset)).toMatchObject({ reason: 'invalid_credentials' })
    await admin.api.admin.users.update({ id: person.id, disabled: false })
    await expectSignedOut(person)
    await expect(person.login()).resolves.toBeDefined()
  })

  it("refuses another's e-mail address, and whom it does not know", async () => {
    const [admin, person] = [await app.signIn('admin'), await twiceSignedIn()]
    const taken = { id: person.id, email: admin.user.email, nickname: 'New' }
    expect(await refusal(admin.api.admin.users.update(taken))).toMatchObject({
      reason: 'email_taken',
    })
    expect(await person.browser.api.me.get()).toMatchObject({ nickname: 'Somebody' })
    const { users } = admin.api.admin
    const id = crypto.randomUUID()
    for (const call of [
      () => users.update({ id, nickname: 'New' }),
      () => users.endSessions({ id }),
      () => users.resetLink({ id }),
      () => users.remove({ id }),
    ])
      expect(await refusal(call())).toEqual({ code: 'NOT_FOUND', reason: 'not_found' })
  })
})

describe('admin.users.endSessions', () => {
  it('ends every sign-in at once, and counts each once', async () => {
    const [admin, person] = [await app.signIn('admin'), await twiceSignedIn()]
    const refreshed = await app.client().api.auth.refresh({ refreshToken: person.refreshToken })
    expect(await admin.api.admin.users.endSessions({ id: person.id })).toEqual({ count: 2 })
    await expectSignedOut({ ...person, refreshToken: refreshed.refreshToken })
    expect(await admin.api.admin.users.endSessions({ id: person.id })).toEqual({ count: 0 })
    await expect(person.login()).resolves.toBeDefined()
  })
})

describe('admin.users.resetLink', () => {
  it('gives a link of an hour to the page that the admin sees', async () => {
    const [admin, person] = [await app.signIn('admin'), await twiceSignedIn()]
    const before = Date.now()
    const { url, expiresAt } = await admin.api.admin.users.resetLink({ id: person.id })
    expect(url).toMatch(/^http:\/\/localhost:4000\/reset#[\w-]{43}$/)
    expect(Date.parse(expiresAt) - before).toBeGreaterThanOrEqual(3_600_000)
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000)
    await expect(person.browser.api.me.get()).resolves.toBeDefined()
  })
})
