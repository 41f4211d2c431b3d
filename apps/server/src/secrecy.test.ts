import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { silence } from './test/calls.ts'
import { type ServerProcess, startServer } from './test/server-process.ts'

const origin = 'https://music.example.org'
const password = 'the right password of the admin'
const metricsToken = `metrics-${randomUUID()}`
const folder = await mkdtemp('/tmp/segue-secrecy-')
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
  body?: Buffer | string
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

async function data<T>(answer: Promise<{ body: string }>): Promise<T> {
  return JSON.parse((await answer).body).result.data as T
}

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
    expect(other.body).toContain('{"user":null}')
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
  })
})

describe('the log', () => {
  const secrets = new Set([password, metricsToken, 'a wrong guess', 'a new password'])
  /** Also each part of a secret is one. */
  const keep = (secret: string) => {
    for (const part of secret.split('.')) if (part.length > 8) secrets.add(part)
  }

  async function signIn() {
    await call('auth.login', { ...account, password: 'a wrong guess' })
    const { headers } = await call('auth.login', account)
    const cookie = String(headers['set-cookie']?.[0]).split(';')[0] ?? ''
    keep(cookie.split('=')[1] ?? '')
    type Tokens = { accessToken: string; refreshToken: string }
    const first = await data<Tokens>(call('auth.token', { ...account, deviceName: 'x' }))
    const second = await data<Tokens>(call('auth.refresh', first))
    await call('auth.refresh', first)
    for (const { accessToken, refreshToken } of [first, second]) {
      keep(accessToken)
      keep(refreshToken)
    }
    await send('/trpc/me.get', { headers: { authorization: `Bearer ${second.accessToken}x` } })
    return { cookie, authorization: `Bearer ${second.accessToken}` }
  }

  async function addAndPlay(authorization: string) {
    const bytes = silence(88_200)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { filename: 'x.wav', contentType: 'audio/wav', sizeBytes: bytes.length, sha256 }
    const link = await data<{ uploadId: string; url: string; headers: Record<string, string> }>(
      call('tracks.presignUpload', file, { authorization }),
    )
    const put = (path: string) => send(path, { method: 'PUT', headers: link.headers, body: bytes })
    const path = link.url.slice(origin.length)
    expect((await put(`${path}0`)).status).toBe(403)
    expect((await put(path)).status).toBe(200)
    const { uploadId } = link
    const { id } = await data<{ id: string }>(
      call('tracks.create', { uploadId }, { authorization }),
    )
    const { url } = await data<{ url: string }>(
      call('stream.start', { trackId: id }, { authorization }),
    )
    expect((await send(url.slice(origin.length))).status).toBe(200)
    for (const link of [path, url]) keep(/X-Amz-Signature=([^&]+)/.exec(link)?.[1] ?? '')
  }

  async function reset(authorization: string) {
    const newcomer = { email: `${randomUUID()}@example.org`, nickname: 'New' }
    const { user, resetUrl } = await data<{ user: { id: string }; resetUrl: string }>(
      call('admin.users.create', newcomer, { authorization }),
    )
    const { url } = await data<{ url: string }>(
      call('admin.users.resetLink', { id: user.id }, { authorization }),
    )
    for (const link of [resetUrl, url]) keep(link.split('#')[1] ?? '')
    const token = url.split('#')[1]
    await call('auth.resetPassword', { token, newPassword: 'a new password' })
    await call('auth.resetPassword', { token, newPassword: 'a new password' })
  }

  /** What a program sends that has mistaken where a password belongs. */
  async function misplace() {
    await call('auth.login', `{"password":"${password}"`)
    await call('auth.login', { email: 5, password })
    await send(`/trpc/auth.login?input=${encodeURIComponent(JSON.stringify(account))}`)
    await send(`/?password=${encodeURIComponent(password)}`)
    await send('/metrics', { headers: { authorization: `Bearer ${metricsToken}` } })
    await send('/trpc/me.get', { headers: { authorization: `Basic ${btoa(password)}` } })
    keep(btoa(password))
  }

  async function attack(authorization: string) {
    const hostile = '\r\n{"level":60,"msg":"forged"}\n\u001B[31mred\u001B[0m'
    const raw = connect(port, '127.0.0.1')
    raw.end(`GET /\u001B[31mred HTTP/1.1\r\nhost: x\r\nuser-agent: \u001B[31mred\r\n\r\n`)
    await once(raw.resume(), 'close')
    await send(`/trpc/${encodeURIComponent(hostile)}`)
    await send(`/${encodeURIComponent(hostile)}.js`)
    await call('auth.login', { email: hostile, password: 'a wrong guess' })
    const file = { contentType: 'audio/wav', sizeBytes: 44, sha256: '0'.repeat(64) }
    await call('tracks.presignUpload', { ...file, filename: hostile }, { authorization })
    await call('me.update', { nickname: hostile }, { authorization })
  }

  it('tells of all that went on and of no secret, in lines that nobody can forge', async () => {
    const { authorization } = await signIn()
    await addAndPlay(authorization)
    await reset(authorization)
    await misplace()
    await attack(authorization)
    const keys: object = JSON.parse(
      await readFile(join(folder, 'object-store/credentials.json'), 'utf8'),
    )
    for (const key of Object.values(keys)) keep(String(key))
    keep((await readFile(join(folder, 'secret-key'), 'utf8')).trim())
    await expect.poll(() => server.output()).toContain('forged')

    const output = server.output()
    for (const secret of secrets) expect(output).not.toContain(secret)
    for (const trace of ['X-Amz-', '$argon2', '\u001B']) expect(output).not.toContain(trace)
    const lines = output.slice(output.indexOf('{"level"')).split('\n').filter(Boolean)
    const events = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
    const said = lines.filter((line) => !line.startsWith('{'))
    expect(said.filter((line) => /forged|red/.test(line))).toEqual([])
    expect(events.filter(({ msg }) => msg === 'forged')).toEqual([])
    const security = new Set(events.map((event) => event.security as string | undefined))
    for (const event of ['sign_in_failed', 'sign_in_succeeded', 'reset_link_made'])
      expect(security).toContain(event)
    for (const event of events.filter(({ path }) => path?.startsWith('/trpc/')))
      expect(event.requestId).toMatch(/^[\da-f-]{36}$/)
  }, 60_000)
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
