import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readConfig } from './config.ts'
import { type RunningServer, start } from './start.ts'
import { call, result } from './test/calls.ts'

const secretKey = '9f2c7be41d8365f0b9127acd34e85f4f'
const account = { email: 'admin@segue.localhost', password: 'correct horse battery' }
const friend = 'https://friend.example.org'
const evil = 'https://evil.example.org'
const folder = await mkdtemp('/tmp/segue-attacks-')
let server: RunningServer
let url: string

beforeAll(async () => {
  const config = readConfig(
    {
      DATA_DIR: folder,
      PORT: '0',
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      SECRET_KEY: secretKey,
      ADMIN_PASSWORD: account.password,
      ALLOWED_ORIGINS: friend,
      LIMIT_CALLS_PER_ADDRESS: '0',
    },
    '/nonexistent',
  )
  server = await start({ config, say: () => {}, signal: new AbortController().signal })
  url = `http://127.0.0.1:${server.port}`
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

async function signIn(): Promise<string> {
  const answer = await call(url, 'auth.login', account)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function isSignedIn(headers: Record<string, string>): Promise<boolean> {
  return (await fetch(`${url}/trpc/me.get`, { headers })).ok
}

describe('a form on a page of somebody else', () => {
  const json = '{"nickname":"Owned"}'
  const multipart = `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${json}\r\n--x--`
  const forms: [type: string, body: string][] = [
    ['application/x-www-form-urlencoded', new URLSearchParams({ input: json }).toString()],
    ['multipart/form-data; boundary=x', multipart],
    ['text/plain', json],
    ['application/json', json],
  ]
  const senders: [what: string, headers: Record<string, string>][] = [
    ['by its origin', { origin: evil }],
    ['by an opaque origin', { origin: 'null' }],
    ['by Sec-Fetch-Site alone', { 'sec-fetch-site': 'cross-site' }],
    ['by a sister site', { 'sec-fetch-site': 'same-site' }],
    ['by nothing', {}],
  ]

  it.each(forms)('changes nothing, sent as %s with the cookie', async (type, body) => {
    const cookie = await signIn()
    for (const [, headers] of senders)
      for (const procedure of ['me.update', 'auth.logout', 'history.clear']) {
        const sent = { method: 'POST', headers: { ...headers, cookie, 'content-type': type }, body }
        const { status } = await fetch(`${url}/trpc/${procedure}`, sent)
        expect([403, 415]).toContain(status)
      }
    const me = await result<{ nickname: string }>(
      await fetch(`${url}/trpc/me.get`, { headers: { cookie } }),
    )
    expect(me.nickname).not.toBe('Owned')
  })

  it('changes nothing by an address either', async () => {
    const cookie = await signIn()
    for (const suffix of ['', '?input={}', '?_method=POST', '?batch=1&input={"0":{}}']) {
      const { status } = await fetch(`${url}/trpc/auth.logout${suffix}`, { headers: { cookie } })
      expect([405, 400]).toContain(status)
    }
    expect(await isSignedIn({ cookie })).toBe(true)
  })
})

describe('pages of other origins', () => {
  it.each([
    evil,
    'null',
    'https://friend.example.org.evil.org',
    'https://evil-friend.example.org',
    'http://friend.example.org',
    'https://friend.example.org:8443',
    'https://FRIEND.example.org',
    'https://friend.example.org/',
    '*',
  ])('may read nothing: %s', async (origin) => {
    const asked = { origin, 'access-control-request-method': 'POST' }
    const preflight = await fetch(`${url}/trpc/auth.login`, { method: 'OPTIONS', headers: asked })
    const answer = await fetch(`${url}/trpc/auth.session`, { headers: { origin } })
    for (const { headers } of [preflight, answer])
      expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('that are allowed have their preflight kept for ten minutes at most', async () => {
    const headers = { origin: friend, 'access-control-request-method': 'POST' }
    const preflight = await fetch(`${url}/trpc/auth.login`, { method: 'OPTIONS', headers })
    expect(preflight.headers.get('access-control-allow-origin')).toBe(friend)
    expect(preflight.headers.get('vary')).toMatch(/origin/i)
    expect(Number(preflight.headers.get('access-control-max-age'))).toBeLessThanOrEqual(600)
  })
})

interface Tokens {
  accessToken: string
  refreshToken: string
}

/** A socket that nobody has a reason to connect to. */
async function openTrap() {
  let connections = 0
  const trap = createServer((socket) => {
    connections += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(trap, 'listening')
  const { port } = trap.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      trap.close()
      return connections
    },
  }
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

function forge(header: object, claims: object, key = secretKey, hash = 'sha256'): string {
  const text = `${encode(header)}.${encode(claims)}`
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`
}

describe('a token', () => {
  it('is taken as we made it and in no other form, and nobody is asked about it', async () => {
    const { accessToken } = await result<Tokens>(await call(url, 'auth.token', account))
    const [head = '', body = ''] = accessToken.split('.')
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object
    const [header, claims] = [read(head), read(body) as Record<string, unknown>]
    const now = Math.floor(Date.now() / 1000)
    const trap = await openTrap()
    const keyInHeader = { k: Buffer.from(secretKey).toString('base64url'), kty: 'oct' }
    const forged = [
      `${encode({ ...header, alg: 'none' })}.${body}.`,
      `${encode({ ...header, alg: 'None' })}.${body}.x`,
      forge({ ...header, alg: 'HS384' }, claims, secretKey, 'sha384'),
      forge({ ...header, alg: 'HS512' }, claims, secretKey, 'sha512'),
      forge(header, claims, 'another key'),
      forge({ ...header, kid: '/dev/null' }, claims, ''),
      forge({ ...header, jku: trap.address }, claims, 'x'),
      forge({ ...header, x5u: trap.address }, claims, 'x'),
      forge({ ...header, jwk: keyInHeader }, claims, 'x'),
      forge({ ...header, typ: 'JWT' }, claims),
      forge(header, { ...claims, iss: trap.address }),
      forge(header, { ...claims, aud: 'another' }),
      forge(header, { ...claims, exp: now - 3_600 }),
      forge(header, { ...claims, nbf: now + 3_600 }),
      forge(header, { ...claims, iat: now + 3_600, exp: now + 4_500 }),
      forge(header, { ...claims, sid: '00000000-0000-7000-8000-000000000000' }),
      forge(header, { ...claims, sub: '00000000-0000-7000-8000-000000000000' }),
      `${accessToken} `.repeat(2),
      accessToken.slice(0, -2),
    ]
    // The key is the right one: what is refused is refused for what was changed.
    const control = forge(header, claims)
    for (const good of [accessToken, control])
      expect(await isSignedIn({ authorization: `Bearer ${good}` })).toBe(true)
    const cookie = await signIn()
    for (const bad of forged) {
      const headers = { authorization: `Bearer ${bad}`, cookie }
      const { status } = await fetch(`${url}/trpc/me.get`, { headers })
      expect({ bad, status }).toEqual({ bad, status: 401 })
    }
    for (const scheme of ['', 'Basic YWRtaW46YWRtaW4=', 'Bearer', `Token ${accessToken}`])
      expect(await isSignedIn({ authorization: scheme, cookie })).toBe(false)
    expect(trap.close()).toBe(0)
  })

  it('for refreshing opens nothing, and an access token refreshes nothing', async () => {
    const tokens = await result<Tokens>(await call(url, 'auth.token', account))
    const { accessToken, refreshToken } = tokens
    expect(await isSignedIn({ authorization: `Bearer ${refreshToken}` })).toBe(false)
    expect(await isSignedIn({ cookie: `segue=${refreshToken}` })).toBe(false)
    expect(await isSignedIn({ cookie: `segue=${accessToken}` })).toBe(false)
    const { status } = await call(url, 'auth.refresh', { refreshToken: accessToken })
    expect(status).toBe(401)
  })

  it('and a cookie open nothing any more once they were signed out', async () => {
    const { accessToken } = await result<Tokens>(await call(url, 'auth.token', account))
    const credentials: Record<string, string>[] = [
      { authorization: `Bearer ${accessToken}` },
      { cookie: await signIn() },
    ]
    for (const headers of credentials) {
      expect((await call(url, 'auth.logout', {}, { ...headers, origin: url })).status).toBe(200)
      expect(await isSignedIn(headers)).toBe(false)
    }
  })
})

/** The first line that is answered to bytes as they are. */
async function firstLine(bytes: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  socket.end(bytes)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text.split('\r\n')[0] ?? ''
}

describe('the server', () => {
  it.each(['/', '/trpc', '/trpc/auth.session', '/s3/segue', '/ws'])(
    'upgrades no connection to another protocol: %s',
    async (path) => {
      const key = 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13'
      const line = await firstLine(
        `GET ${path} HTTP/1.1\r\nhost: x\r\norigin: ${evil}\r\nconnection: upgrade\r\nupgrade: websocket\r\n${key}\r\n\r\n`,
      )
      expect(line).not.toContain('101')
    },
  )

  it.each([
    [
      'two lengths',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
    ],
    [
      'a length and chunks',
      'POST /trpc/auth.login HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
    ],
    ['a header with a bare line feed', 'GET / HTTP/1.1\r\nhost: x\r\na: b\nc: d\x00\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['20 kB of headers', `GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('answers no request that two readers would read differently: %s', async (_, bytes) => {
    expect(await firstLine(bytes)).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  it.each(
    [
      '.env .git/config .git/HEAD .npmrc .DS_Store .well-known/../package.json package.json',
      'pnpm-lock.yaml node_modules src/main.ts main.ts server.ts apps/server/src/main.ts',
      'index.html.map assets/index.js.map admin/assets/index.js.map .data/secret-key secret-key',
      'cli.json first-admin-password credentials.json object-store/credentials.json postgres',
      'metrics/ debug/pprof trpc-playground panel graphql api swagger.json openapi.json status',
      'server-status actuator phpinfo.php wp-login.php backup.sql dump.sql admin/.env admin/.git',
    ].flatMap((line) => line.split(' ')),
  )('serves nothing at /%s', async (path) => {
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
    request(`${url}/`, { path: `/${path}` }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
    expect([400, 403, 404]).toContain(await promise)
  })
})
