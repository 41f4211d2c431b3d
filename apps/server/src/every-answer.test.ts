import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createHttpServer } from './http.ts'
import { closeServer, listen } from './listen.ts'
import { createMetrics } from './metrics.ts'
import { securityHeaders } from './security-headers.ts'

const origin = 'https://music.example.org'
const folder = await mkdtemp('/tmp/segue-answers-')
const apps = { player: join(folder, 'player'), admin: join(folder, 'admin') }

const serverOf = (publicUrl: string, securityContact: string | null = null) =>
  createHttpServer({
    origins: { publicUrl, allowedOrigins: [], port: 4000 },
    proxyHops: 0,
    metrics: createMetrics(),
    metricsToken: 'a token',
    securityContact,
    headers: securityHeaders({ publicUrl, storeOrigin: null }),
    logger: pino({ level: 'silent' }),
    backend: { store: null, services: null, isReady: false },
    apps,
  })
const secure = serverOf(origin)
const plain = serverOf('http://192.0.2.1:4000', 'mailto:flaws@example.org')
let url: string
let plainUrl: string

beforeAll(async () => {
  for (const app of Object.values(apps)) {
    await mkdir(join(app, 'assets'), { recursive: true })
    await writeFile(join(app, 'index.html'), '<title>Segue</title>')
    await writeFile(join(app, 'assets/main-a1b2.js'), 'export {}')
    await writeFile(join(app, 'assets/main-a1b2.js.map'), '{}')
  }
  url = `http://127.0.0.1:${await listen(secure, { host: '127.0.0.1', port: 0 })}`
  plainUrl = `http://127.0.0.1:${await listen(plain, { host: '127.0.0.1', port: 0 })}`
})
afterAll(async () => {
  await closeServer(secure)
  await closeServer(plain)
  await rm(folder, { recursive: true })
})

const page = { headers: { accept: 'text/html' } }
const answers: [what: string, path: string, init: RequestInit, status: number][] = [
  ['the player', '/', page, 200],
  ['a page of the player', '/playlists', page, 200],
  ['the admin app', '/admin/', page, 200],
  ['a script', '/assets/main-a1b2.js', {}, 200],
  ['a shared page while nothing is up', '/p/some-slug', page, 503],
  ['nothing', '/nothing', {}, 404],
  ['a source map', '/assets/main-a1b2.js.map', {}, 404],
  ['a move', '/admin', { redirect: 'manual' }, 308],
  ['another method', '/', { method: 'PUT', body: 'x' }, 405],
  ['an address too long', `/${'a'.repeat(9_000)}`, page, 414],
  ['7,000 calls at once', `/trpc/${','.repeat(7_000)}?batch=1`, {}, 400],
  ['a call', '/trpc/auth.session', {}, 503],
  ['a preflight', '/trpc/auth.session', { method: 'OPTIONS' }, 204],
  ['a call from elsewhere', '/trpc/a', { method: 'POST', headers: { origin: 'null' } }, 403],
  ['life', '/healthz', {}, 200],
  ['readiness', '/readyz', {}, 503],
  ['metrics without the token', '/metrics', {}, 404],
  ['metrics', '/metrics', { headers: { authorization: 'Bearer a token' } }, 200],
  ['covers', '/covers/x/96', {}, 503],
  ['whom to tell', '/.well-known/security.txt', {}, 200],
  ['nothing well known', '/.well-known/openid-configuration', {}, 404],
]

describe('every answer', () => {
  it.each(answers)('is hardened: %s', async (_, path, init, status) => {
    const answer = await fetch(url + path, init)
    await answer.text()
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    })
    const policy = answer.headers.get('content-security-policy') ?? ''
    for (const name of ['default-src', 'script-src', 'style-src'])
      expect(policy).toContain(`${name} 'self';`)
    for (const name of ['object-src', 'base-uri', 'frame-ancestors'])
      expect(policy).toMatch(new RegExp(`${name} 'none'(;|$)`))
    expect(policy).not.toMatch(/unsafe|\*|data:/)
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('server')).toBeNull()
  })

  it.each(answers.filter(([what]) => /call|metrics|life|readiness|nothing/.test(what)))(
    'that is nobody else’s is kept by no cache: %s',
    async (_, path, init) => {
      const { headers } = await fetch(url + path, init)
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )

  it('asks for https only where the server is reached by it', async () => {
    const { headers } = await fetch(plainUrl)
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  })
})

describe('/.well-known/security.txt', () => {
  const read = async (url: string) => {
    const answer = await fetch(`${url}/.well-known/security.txt`)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const lines = (await answer.text()).trimEnd().split('\n')
    return Object.fromEntries(lines.map((line) => line.split(/: (.*)/).slice(0, 2)))
  }

  it('names the mailbox for security, and ends in the future but within a year', async () => {
    const { Contact, Expires, Canonical } = await read(url)
    expect(Contact).toBe('mailto:security@music.example.org')
    expect(Canonical).toBe(`${origin}/.well-known/security.txt`)
    const days = (new Date(Expires).getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(1)
    expect(days).toBeLessThan(365)
  })

  it('names the contact of the settings', async () => {
    expect(await read(plainUrl)).toMatchObject({ Contact: 'mailto:flaws@example.org' })
  })
})
