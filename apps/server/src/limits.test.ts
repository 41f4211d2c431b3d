import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { readConfig } from './config.ts'
import { startPostgres } from './embedded/postgres.ts'
import { start } from './start.ts'
import { call } from './test/calls.ts'
import { type ServerProcess, startServer } from './test/server-process.ts'

const password = 'correct horse battery'

/** A server with these settings for one test. */
async function serve(settings: Record<string, string>): Promise<string> {
  const folder = await mkdtemp('/tmp/segue-limits-')
  onTestFinished(() => rm(folder, { recursive: true }))
  const usual = { DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'silent' }
  const config = readConfig({ ...usual, ADMIN_PASSWORD: password, ...settings }, '/nonexistent')
  const server = await start({ config, say: () => {}, signal: new AbortController().signal })
  onTestFinished(() => server.stop())
  return `http://127.0.0.1:${server.port}`
}

/** The status of a sign-in that names a way by proxies. */
async function signIn(url: string, forwarded: string, password = 'a guess'): Promise<number> {
  const account = { email: 'admin@segue.localhost', password }
  return (await call(url, 'auth.token', account, { 'x-forwarded-for': forwarded })).status
}

it('say when to come back, also in a batch and to pages of other origins', async () => {
  const friend = 'https://friend.example.org'
  const url = await serve({ LIMIT_CALLS_PER_ADDRESS: '3', ALLOWED_ORIGINS: friend })
  const ask = (calls: number) =>
    fetch(`${url}/trpc/${Array(calls).fill('auth.session').join(',')}?batch=1&input={}`, {
      headers: { origin: friend },
    })
  // However late in its minute the first is made, two of three batches fall into the same one.
  const answers = [await ask(4), await ask(4), await ask(4)]
  const answer = answers.find(({ headers }) => headers.has('retry-after'))
  expect(answer?.status).toBeGreaterThan(200)
  expect(answer?.headers.get('access-control-expose-headers')).toContain('retry-after')
  const body = (await answer?.json()) as { error?: { data: { retryAfter?: number } } }[]
  const refused = body.flatMap(({ error }) => error?.data.retryAfter ?? [])
  expect(refused.length).toBeGreaterThan(0)
  expect(answer?.headers.get('retry-after')).toBe(String(Math.max(...refused)))
}, 60_000)

it('count the peer, whatever it says of others, while no proxy is believed', async () => {
  const url = await serve({ LIMIT_SIGN_IN_PER_ACCOUNT: '5' })
  const statuses: number[] = []
  for (let at = 0; at < 7; at++) statuses.push(await signIn(url, `192.0.2.${at}`))
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
}, 60_000)

it('count the address that our own proxy has seen, behind one', async () => {
  const url = await serve({ LIMIT_SIGN_IN_PER_ACCOUNT: '5', TRUST_PROXY: '1' })
  const statuses: number[] = []
  for (let at = 0; at < 6; at++) statuses.push(await signIn(url, `203.0.113.${at}, 192.0.2.1`))
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  expect(await signIn(url, '192.0.2.1, 192.0.2.2', password)).toBe(200)
  expect(await signIn(url, '192.0.2.2, 192.0.2.1', password)).toBe(429)
}, 60_000)

it('are one count for several processes, which a restart does not forget', async () => {
  const folder = await mkdtemp('/tmp/segue-limits-')
  onTestFinished(() => rm(folder, { recursive: true }))
  const postgres = await startPostgres({ directory: join(folder, 'postgres'), durable: false })
  onTestFinished(() => postgres.stop())
  const run = async (name: string): Promise<ServerProcess & { url: string }> => {
    const settings = { DATABASE_URL: postgres.url, DATA_DIR: join(folder, name), DEMO: 'off' }
    const server = await startServer({
      settings: {
        ...settings,
        SECRET_KEY: '4f0c9a7be21d8365f0b9127acd34e85f',
        ADMIN_PASSWORD: password,
        LOG_LEVEL: 'info',
      },
    })
    onTestFinished(() => server.stop())
    return server
  }
  const one = await run('one')
  const two = await run('two')
  const guesses = Array.from({ length: 20 }, (_, at) =>
    signIn(at % 2 ? one.url : two.url, '', `guess ${at}`),
  )
  const statuses = await Promise.all(guesses)
  expect(statuses.filter((status) => status === 401)).toHaveLength(10)
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  for (const { output } of [one, two]) {
    expect(output().split('"limit_reached"').length).toBeLessThanOrEqual(2)
    expect(output()).not.toContain('"rate_limited"')
  }
  await one.stop()
  const again = await run('one')
  expect(await signIn(again.url, '', password)).toBe(429)
}, 120_000)
