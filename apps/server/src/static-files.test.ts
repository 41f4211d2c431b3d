import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliCompressSync } from 'node:zlib'

import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createHttpServer } from './http.ts'
import { closeServer, listen } from './listen.ts'
import { createMetrics } from './metrics.ts'
import { securityHeaders } from './security-headers.ts'

const folder = await mkdtemp('/tmp/segue-static-')
const server = createHttpServer({
  origins: { publicUrl: null, allowedOrigins: [], port: 4000 },
  proxyHops: 0,
  metrics: createMetrics(),
  metricsToken: null,
  securityContact: null,
  headers: securityHeaders({
    publicUrl: 'https://music.example.org',
    storeOrigin: 'https://s3.example.org',
  }),
  logger: pino({ level: 'silent' }),
  backend: { store: null, services: null, isReady: false },
  apps: { player: join(folder, '.hidden/player'), admin: join(folder, 'admin') },
})
let port: number

beforeAll(async () => {
  const script = `console.log('player')${' '.repeat(2000)}`
  for (const app of ['.hidden/player', 'admin']) {
    await mkdir(join(folder, app, 'assets'), { recursive: true })
    await writeFile(join(folder, app, 'index.html'), `<title>${app}</title>`)
    await writeFile(join(folder, app, 'assets/main-a1b2.js'), script)
    await writeFile(join(folder, app, 'sw.js'), script)
    await writeFile(join(folder, app, 'manifest.webmanifest'), '{}')
    await writeFile(join(folder, app, 'assets/main-a1b2.js.br'), brotliCompressSync(script))
  }
  await writeFile(join(folder, 'secret.txt'), 'secret')
  port = await listen(server, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await closeServer(server)
  await rm(folder, { recursive: true })
})

/** Sends the path exactly as it stands, which fetch would not. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number
    headers: Record<string, string | string[] | undefined>
    body: string
  }>()
  request({ port, path, method, headers, host: '127.0.0.1' }, async (response) => {
    const { statusCode: status = 0, headers } = response
    resolve({ status, headers, body: await text(response) })
  })
    .on('error', reject)
    .end()
  return promise
}

describe('the web apps', () => {
  it.each([
    ['/', '.hidden/player'],
    ['/tracks/0192', '.hidden/player'],

    ['/constructor', '.hidden/player'],
    ['/admin/', 'admin'],
    ['/admin/upload', 'admin'],
  ])('answer the page %s with %s', async (path, app) => {
    const answer = await get(path, { accept: 'text/html,*/*;q=0.8' })
    expect(answer).toMatchObject({ status: 200, body: `<title>${app}</title>` })
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
    })
  })

  it('let browsers keep what has a hash in its name', async () => {
    const { headers } = await get('/assets/main-a1b2.js')
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    })
    const again = await get('/assets/main-a1b2.js', { 'if-none-match': String(headers.etag) })
    expect(again.status).toBe(304)
  })

  it.each([
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ])('have %s asked for anew each time', async (path, type) => {
    const { headers } = await get(path)
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': type })
  })

  it('come compressed to whoever takes it', async () => {
    const compressed = await get('/assets/main-a1b2.js', { 'accept-encoding': 'gzip, br' })
    expect(compressed.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    })
    const plain = await get('/assets/main-a1b2.js', { 'accept-encoding': 'br;q=0, identity' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body).toContain('player')
  })

  it.each(['/tracks', '/%2e%2e/x', '/nothing/here', '/admin/upload'])(
    'have no page at %s for what is no browser',
    async (path) => {
      expect(await get(path, { accept: '*/*' })).toMatchObject({ status: 404, body: 'not found\n' })
    },
  )

  it.each([
    '/assets/missing-c3d4.js',
    '/favicon.ico',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/admin/../../secret.txt',
    '/admin/%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%00.js',
    '/%ff.js',
    '/.source-hash',
    '/.git/config.txt',
  ])('have nothing at %s', async (path) => {
    const { status, body, headers } = await get(path)
    expect([400, 403, 404]).toContain(status)
    expect(body).not.toContain('secret')
    expect(headers['cache-control']).toBe('no-store')
  })

  it('send /admin to /admin/', async () => {
    expect(await get('/admin')).toMatchObject({ status: 308, headers: { location: '/admin/' } })
  })

  it('take GET and HEAD alone', async () => {
    expect(await get('/', {}, 'POST')).toMatchObject({ status: 405 })
    expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })
})

describe('every answer', () => {
  it('forbids what pages of ours never do', async () => {
    const { headers } = await get('/')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("media-src 'self' blob: https://s3.example.org")
    expect(policy).not.toContain('unsafe')
  })

  it('isolates windows only where browsers listen to that', () => {
    const opener = (publicUrl: string | null) =>
      securityHeaders({ publicUrl, storeOrigin: null }).get('cross-origin-opener-policy')
    expect([null, 'http://localhost:4000', 'https://a.example'].map(opener)).toEqual(
      Array.from({ length: 3 }, () => 'same-origin'),
    )
    expect(opener('http://192.0.2.2:4000')).toBeNull()
  })

  it('has a request id of its own', async () => {
    const [first, second] = [await get('/healthz'), await get('/healthz')]
    expect(first).toMatchObject({ status: 200, body: 'ok\n' })
    expect(first.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
  })
})

describe('a server that is still starting', () => {
  it('says what is missing', async () => {
    expect(await get('/readyz')).toMatchObject({
      status: 503,
      body: 'not ready: database, store\n',
    })
    expect(await get('/s3/segue')).toMatchObject({ status: 503 })
    expect(await get('/covers/0192/96')).toMatchObject({ status: 503 })
  })

  it('refuses calls in the words of the API', async () => {
    const { status, body, headers } = await get('/trpc/auth.session')
    expect(status).toBe(503)
    expect(JSON.parse(body).error.data).toMatchObject({
      reason: 'database_unavailable',
      requestId: headers['x-request-id'],
    })
  })
})
