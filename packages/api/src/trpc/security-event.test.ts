import { Writable } from 'node:stream'

import { pino } from 'pino'
import { afterAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest'

import { User } from '../features/auth/user.entity.ts'
import { shelve } from '../test/library.ts'
import { refusal } from '../test/refusal.ts'
import { testApp, testAppForTest, testPassword } from '../test/test-app.ts'

let logged: Record<string, unknown>[] = []
const log = new Writable({
  write(line, _encoding, done) {
    logged.push(JSON.parse(String(line)))
    done()
  },
})
const app = await testApp({ logger: pino(log) })
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(() => void (logged = []))

const address = '192.0.2.7'
const events = () => logged.filter((line) => 'security' in line)

it('says who, from where and in which request: a sign-in, and its end', async () => {
  const { user } = await app.signIn()
  logged = []
  const client = app.client({ address })
  const { requestId } = client.request
  await client.api.auth.login({ email: user.email, password: testPassword })
  await client.api.auth.logout()
  const who = { userId: user.id, address, requestId }
  expect(events()).toEqual([
    expect.objectContaining({ security: 'sign_in_succeeded', kind: 'browser', ...who }),
    expect.objectContaining({ security: 'signed_out', ...who }),
  ])
})

it('is a sign-in that failed, also to an account that is nobody’s or disabled', async () => {
  const { user } = await app.signIn()
  await app.services.orm.em.fork().nativeUpdate(User, { id: user.id }, { disabledAt: new Date() })
  logged = []
  const { api } = app.client({ address })
  await refusal(api.auth.login({ email: 'nobody@example.com', password: 'wrong' }))
  await refusal(api.auth.login({ email: user.email, password: 'wrong' }))
  await refusal(api.auth.token({ email: user.email, password: testPassword }))
  expect(events()).toEqual([
    expect.objectContaining({ security: 'sign_in_failed', userId: null, address }),
    expect.objectContaining({ security: 'sign_in_failed', userId: user.id, address }),
    expect.objectContaining({
      security: 'sign_in_failed',
      userId: user.id,
      reason: 'account_disabled',
    }),
  ])
})

it('is a refresh token used again, once the race for it is over', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  onTestFinished(() => void vi.useRealTimers())
  const { user } = await app.signIn()
  const { api } = app.client({ address })
  const { refreshToken } = await api.auth.token({ email: user.email, password: testPassword })
  await api.auth.refresh({ refreshToken })
  logged = []
  await refusal(api.auth.refresh({ refreshToken }))
  expect(events()).toEqual([])
  vi.setSystemTime(Date.now() + 11_000)
  expect((await refusal(api.auth.refresh({ refreshToken }))).reason).toBe('refresh_reused')
  expect(events()).toEqual([
    expect.objectContaining({ security: 'refresh_reused', userId: user.id, address }),
  ])
})

it('is a limit that somebody reaches, told once', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 60_000) * 60_000 })
  onTestFinished(() => void vi.useRealTimers())
  const strict = await testAppForTest({ logger: pino(log), limits: { callsPerUser: 2 } })
  const { api, user } = await strict.signIn()
  logged = []
  for (let at = 0; at < 5; at++) await api.me.get().catch(() => undefined)
  expect(events()).toEqual([
    expect.objectContaining({
      security: 'limit_reached',
      limit: 'calls_per_user',
      userId: user.id,
    }),
  ])
})

it('is a listener at the door of the admins', async () => {
  const { api, user } = await app.signIn()
  logged = []
  await refusal(api.tracks.abortUpload({ uploadId: crypto.randomUUID() }))
  expect(events()).toEqual([
    expect.objectContaining({
      security: 'access_denied',
      userId: user.id,
      path: 'tracks.abortUpload',
    }),
  ])
})

it('is what becomes of an account, and who did it', async () => {
  const [admin, { user, api }] = [await app.signIn('admin'), await app.signIn()]
  const { users } = admin.api.admin
  const newPassword = 'another battery staple'
  logged = []
  await api.me.exportData()
  await api.auth.changePassword({ currentPassword: testPassword, newPassword })
  await api.me.update({ email: `${crypto.randomUUID()}@example.com`, currentPassword: newPassword })
  const { url } = await users.resetLink({ id: user.id })
  await api.auth.resetPassword({ token: url.split('#')[1] ?? '', newPassword: testPassword })
  await users.update({ id: user.id, role: 'admin' })
  await users.update({ id: user.id, disabled: true })
  await users.update({ id: user.id, disabled: false })
  await users.endSessions({ id: user.id })
  await users.remove({ id: user.id })
  const [own, by] = [{ userId: user.id }, { userId: user.id, byUserId: admin.user.id }]
  expect(events()).toEqual(
    [
      { security: 'data_exported', ...own },
      { security: 'password_changed', ...own },
      { security: 'email_changed', ...own },
      { security: 'reset_link_made', ...by },
      { security: 'password_reset', ...own },
      { security: 'role_changed', ...by, from: 'listener', to: 'admin' },
      { security: 'account_disabled', ...by },
      { security: 'account_enabled', ...by },
      { security: 'sessions_ended', ...by, count: 0 },
      { security: 'account_erased', ...by },
    ].map((event) => expect.objectContaining({ ...event, address: '127.0.0.1' })),
  )
  expect(JSON.stringify(events())).not.toMatch(/battery|example\.com|argon2/)
})

it('is what an admin removes of others, with its kind and count, once it was there', async () => {
  const [{ api, user }, listener] = [await app.signIn('admin'), await app.signIn()]
  const [trackId = ''] = await shelve(app.services.orm.em.fork(), { title: 'Kept' })
  await listener.api.favorites.set({ trackId, favorite: true })
  const { playId } = await listener.api.stream.start({ trackId })
  logged = []
  for (let times = 0; times < 2; times++) {
    const items = [{ userId: listener.user.id, trackId }]
    await api.admin.favorites.remove({ items })
    await api.admin.history.remove({ playIds: [playId] })
    await api.tracks.remove({ ids: [trackId] })
  }
  const removed = { security: 'rows_removed', userId: user.id, count: 1 }
  expect(events()).toEqual(
    ['favorites', 'plays', 'tracks'].map((kind) => expect.objectContaining({ ...removed, kind })),
  )
})

it('is an account that somebody makes, and a sign-in ended from elsewhere', async () => {
  const { api } = app.client({ address })
  const email = `${crypto.randomUUID()}@example.com`
  const { user } = await api.auth.register({ email, password: testPassword, nickname: 'New' })
  await app.client().api.auth.token({ email, password: testPassword })
  const [other] = await api.auth.sessions()
  await api.auth.revokeSession({ id: other?.id ?? '' })
  const { id: userId } = user
  expect(events().map(({ security, userId: whose }) => [security, whose])).toEqual([
    ['account_created', userId],
    ['sign_in_succeeded', userId],
    ['sign_in_succeeded', userId],
    ['sessions_ended', userId],
  ])
})
