import { join } from 'node:path'

import { expect, it, onTestFinished, vi } from 'vitest'

import { call, result } from '../test/calls.ts'
import { startServer } from '../test/server-process.ts'
import { shiftClock } from '../test/shifted-clock.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { Account, adminPassword, audio, reasonOf, type Tokens, unlimited } from './account.ts'

vi.setConfig({ testTimeout: 120_000 })
const hourMs = 3_600_000
const login = { email: 'admin@segue.localhost', password: adminPassword }

async function serve(folder: string, clockMs: number) {
  const server = await startServer({
    settings: { ...unlimited, DATA_DIR: join(folder, 'data') },
    nodeOptions: shiftClock(clockMs),
  })
  onTestFinished(() => server.stop())
  return server
}

/** Everything that looks at a clock, done by that account; throws at the first refusal. */
async function useEverything(admin: Account, number: number): Promise<void> {
  const trackId = await admin.addTrack(audio(number))
  const { url } = await result<{ url: string }>(await admin.mutate('stream.start', { trackId }))
  expect((await fetch(url)).status).toBe(200)
  const sessions = await admin.query('auth.sessions')
  expect(await result<unknown[]>(sessions)).not.toHaveLength(0)
}

it.each([
  ['ahead', 2 * hourMs],
  ['back', -2 * hourMs],
])(
  'keeps everyone signed in, and access tokens to their quarter of an hour, when the clock was set %s by two hours',
  async (_, shiftMs) => {
    const folder = await temporaryFolder()
    const before = await serve(folder, 0)
    const former = await Account.admin(before.url)
    const browser = await call(before.url, 'auth.login', login)
    const cookie = browser.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const uploadId = await former.upload(audio(1))
    await before.stop()

    const { url, stop } = await serve(folder, shiftMs)
    const stale = new Account(url, former.tokens)
    expect(await reasonOf(await stale.query('me.get'))).toBe('session_expired')
    const session = await fetch(`${url}/trpc/auth.session`, { headers: { cookie } })
    expect(await result(session)).toMatchObject({ user: { role: 'admin' } })
    const { refreshToken } = former.tokens
    const refreshed = await call(url, 'auth.refresh', { refreshToken })
    const admin = new Account(url, await result<Tokens>(refreshed))
    expect((await admin.mutate('tracks.create', { uploadId })).status).toBe(200)
    await useEverything(admin, 2)
    await stop()

    const again = await serve(folder, 0)
    await useEverything(await Account.admin(again.url), 3)
    const kept = new Account(again.url, admin.tokens)
    expect(await reasonOf(await kept.query('me.get'))).toBe('session_expired')
  },
)
