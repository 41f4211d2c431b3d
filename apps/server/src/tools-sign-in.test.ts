import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, afterEach, expect, it, vi } from 'vitest'

import { readConfig } from './config.ts'
import { start } from './start.ts'
import { call, result, signIn } from './test/calls.ts'

const folder = await mkdtemp('/tmp/segue-tools-')
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => vi.useRealTimers())

it('gives the tools a new sign-in within a minute after the admin took a new password', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const [password, newPassword] = ['correct horse battery', 'another battery staple']
  const settings = { DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'silent' }
  const config = readConfig({ ...settings, ADMIN_PASSWORD: password }, '/nonexistent')
  const server = await start({ config, say: () => {}, signal: new AbortController().signal })
  try {
    const url = `http://127.0.0.1:${server.port}`
    const kept = async () => signIn(await readFile(join(folder, 'cli.json'), 'utf8'))
    const before = await kept()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await kept()).toEqual(before)
    const { accessToken } = await result<{ accessToken: string }>(
      await call(url, 'auth.token', { email: 'admin@segue.localhost', password }),
    )
    const authorization = { authorization: `Bearer ${accessToken}` }
    const change = { currentPassword: password, newPassword }
    expect((await call(url, 'auth.changePassword', change, authorization)).status).toBe(200)
    await vi.advanceTimersByTimeAsync(60_000)
    await vi.waitFor(async () => expect(await kept()).not.toEqual(before), { timeout: 10_000 })
    const { refreshToken, url: address } = await kept()
    expect(address).toBe(before.url)
    expect((await call(url, 'auth.refresh', { refreshToken })).status).toBe(200)
  } finally {
    await server.stop()
  }
}, 60_000)
