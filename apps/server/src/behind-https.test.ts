import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type ServerProcess, startServer } from './test/server-process.ts'

const origin = 'https://music.example.org'
const password = 'the right password of the admin'
const metricsToken = `metrics-${randomUUID()}`
const folder = await mkdtemp('/tmp/segue-https-')
let server: ServerProcess
let port: number

beforeAll(async () => {
  port = await freePort()
  const settings = { DATA_DIR: folder, DEMO: 'off', LOG_LEVEL: 'trace', NODE_ENV: 'development' }
  server = await startServer({
    settings: {
      ...settings,
      PORT: String(port),
      PUBLIC_URL: origin,
      ADMIN_PASSWORD: password,
      METRICS_TOKEN: metricsToken,
    },
  })
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** As a proxy with TLS passes it on. */
async function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number
    body: string
    headers: Record<string, string | string[] | undefined>
  }>()
  const host = new URL(origin).host
  request(
    { host: '127.0.0.1', port, path, method, headers: { ...headers, host } },
    async (response) => {
      const { statusCode: status = 0, headers } = response
      resolve({ status, headers, body: await text(response) })
    },
  )
    .on('error', reject)
    .end(body)
  return promise
}

const call = (procedure: string, input: unknown, headers: Record<string, string> = {}) =>
  send(`/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  })

const account = { email: 'admin@segue.localhost', password }

describe('behind https', () => {
  it('the cookie is for this host alone, by https alone, and for no script', async () => {
    const { headers } = await call('auth.login', account)
    const [cookie = '', ...more] = headers['set-cookie'] ?? []
    expect(more).toEqual([])
    const [pair = '', ...flags] = cookie.split('; ')
    expect(pair).toMatch(/^__Host-segue=[a-z0-9]{40}$/)
    const names = flags.map((flag) => flag.split('=')[0]).sort()
    expect(names).toEqual(['HttpOnly', 'Max-Age', 'Path', 'SameSite', 'Secure'])
    expect(flags).toEqual(expect.arrayContaining(['Path=/', 'SameSite=Lax']))
    const session = await send('/trpc/auth.session', { headers: { cookie: pair } })
    expect(session.body).toContain(account.email)
    const unprefixed = pair.replace('__Host-', '')
    const other = await send('/trpc/auth.session', { headers: { cookie: unprefixed } })
    expect(other.body).toContain('"user":null')
  })

  it('signing out takes the cookie back under the same rules', async () => {
    const { headers } = await call('auth.login', account)
    const cookie = String(headers['set-cookie']?.[0]).split(';')[0] ?? ''
    const out = await call('auth.logout', {}, { cookie })
    expect(out.headers['set-cookie']?.[0]).toMatch(/^__Host-segue=; (?=.*Secure).*Max-Age=0/)
  })

  it('another origin, plain http among them, is refused', async () => {
    for (const origin of ['http://music.example.org', `http://127.0.0.1:${port}`, 'null'])
      expect((await call('auth.login', account, { origin })).status).toBe(403)
    await expect.poll(() => server.output().split('"security":"origin_refused"').length).toBe(4)
  })
})

describe('the log', () => {
  it('holds no key of the server, and no password that was sent where none belongs', async () => {
    await call('auth.login', `{"password":"${password}"`)
    await call('auth.login', { email: 5, password })
    await send(`/trpc/auth.login?input=${encodeURIComponent(JSON.stringify(account))}`)
    await send(`/?password=${encodeURIComponent(password)}`)
    await send('/trpc/me.get', { headers: { authorization: `Basic ${btoa(password)}` } })
    const metrics = { headers: { authorization: `Bearer ${metricsToken}` } }
    expect((await send('/metrics', metrics)).status).toBe(200)
    expect((await send('/metrics/the-last', metrics)).status).toBe(404)
    const file = await readFile(join(folder, 'object-store/credentials.json'), 'utf8')
    const keys: string[] = Object.values(JSON.parse(file) as Record<string, string>)
    const secretKey = (await readFile(join(folder, 'secret-key'), 'utf8')).trim()
    await expect.poll(() => server.output()).toContain('/metrics/the-last')
    const output = server.output()
    for (const secret of [password, btoa(password), metricsToken, secretKey, ...keys]) {
      expect(secret.length).toBeGreaterThan(10)
      expect(output).not.toContain(secret)
      expect(output).not.toContain(encodeURIComponent(secret))
    }
  })
})

describe('a refusal', () => {
  it.each([
    ['of bad JSON', () => call('auth.login', '{')],
    ['of bad input', () => call('auth.register', { email: {}, password: [] })],
    ['of what does not exist', () => call('no.such', {})],
    ['of an unreadable path', () => send('/trpc/%zz')],
    ['of a foreign origin', () => call('auth.login', account, { origin: 'null' })],
    ['of a wrong type', () => call('auth.login', '{}', { 'content-type': 'text/plain' })],
    ['of a token', () => send('/trpc/me.get', { headers: { authorization: 'Bearer a.b.c' } })],
  ])('in development tells no more than in production: %s', async (_, refused) => {
    const { status, body } = await refused()
    expect(status).toBeGreaterThanOrEqual(400)
    expect(Object.keys(JSON.parse(body))).toEqual(['error'])
    expect(body).not.toMatch(/stack|node_modules|\.ts\b|\/work|\/tmp|select |127\.0\.0\.1|Error:/i)
  })
})
