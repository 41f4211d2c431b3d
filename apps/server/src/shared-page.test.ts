import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { brotliCompressSync } from 'node:zlib'

import {
  createServices,
  migrate,
  type RouterInputs,
  type RouterOutputs,
  type Services,
} from '@segue/api'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Postgres, startPostgres } from './embedded/postgres.ts'
import { type Backend, createHttpServer } from './http.ts'
import { closeServer, listen } from './listen.ts'
import { createMetrics } from './metrics.ts'
import { securityHeaders } from './security-headers.ts'
import { call, result } from './test/calls.ts'

const origin = 'https://music.example.org'
const bare = '<!doctype html><html><head><title>Segue</title></head><body></body></html>'
const folder = await mkdtemp('/tmp/segue-shared-')
const apps = { player: join(folder, 'player'), admin: join(folder, 'admin') }
const logged: string[] = []
const log = new Writable({
  write(line, _encoding, done) {
    logged.push(String(line))
    done()
  },
})
const logger = pino({ level: 'debug' }, log)
const backend: Backend = { store: null, services: null, isReady: false }
const headers = securityHeaders({ publicUrl: origin, storeOrigin: null })
const server = createHttpServer({
  origins: { publicUrl: origin, allowedOrigins: [], port: 4000 },
  proxyHops: 0,
  metrics: createMetrics(),
  metricsToken: null,
  securityContact: null,
  headers,
  logger,
  backend,
  apps,
})
let url: string
let postgres: Postgres
let services: Services
let authorization: string

beforeAll(async () => {
  await mkdir(apps.player)
  await writeFile(join(apps.player, 'index.html'), bare)
  await writeFile(join(apps.player, 'index.html.br'), brotliCompressSync(bare))
  url = `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0 })}`
})
afterAll(async () => {
  await closeServer(server)
  await services[Symbol.asyncDispose]()
  await postgres.stop()
  await rm(folder, { recursive: true })
})

type Playlist = RouterOutputs['playlists']['byId']

async function change<T>(procedure: string, input: object): Promise<T> {
  return result<T>(await call(url, procedure, input, { authorization }))
}

/** A new public playlist. */
function share(input: RouterInputs['playlists']['create']): Promise<Playlist> {
  return change('playlists.create', { isPublic: true, ...input })
}

/** A page, and all that it was answered with but what each answer has of its own. */
async function getPage(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${url}${path}`, init)
  const own = new Set(['date', 'x-request-id', 'connection', 'keep-alive'])
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !own.has(name)))
  return { status: answer.status, headers, body: await answer.text() }
}

describe('a server that is still starting', () => {
  it('answers with the bare page', async () => {
    expect(await getPage('/p/some-slug')).toMatchObject({ status: 503, body: bare })
  })
})

describe('the page of a shared playlist', () => {
  beforeAll(async () => {
    postgres = await startPostgres({ directory: join(folder, 'postgres'), durable: false })
    services = await createServices({
      databaseUrl: postgres.url,
      store: {
        endpoint: 'http://127.0.0.1:9',
        publicEndpoint: null,
        region: 'us-east-1',
        bucket: 'segue',
        accessKeyId: 'x',
        secretAccessKey: 'x',
        forcePathStyle: true,
      },
      secretKey: 'a secret of the tests, 32 bytes or more',
      isHttps: true,
      registration: 'open',
      logger,
    })
    await migrate(services.orm)
    backend.services = services
    const account = { email: 'ann@example.com', password: 'correct horse battery' }
    await call(url, 'auth.register', { ...account, nickname: 'Ann <b>' })
    const answer = await call(url, 'auth.token', account)
    const { accessToken } = await result<{ accessToken: string }>(answer)
    authorization = `Bearer ${accessToken}`
  }, 60_000)

  it('shows link previews what it holds, to whoever asks in whatever way', async () => {
    const { id, slug } = await share({ name: 'Evening', description: 'Calm\n\nand slow' })
    const coverId = await addTrackWithCover(id)
    const { status, headers, body } = await getPage(`/p/${slug}`, {
      headers: { accept: '*/*', 'accept-encoding': 'br, gzip' },
    })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringContaining("script-src 'self';"),
    })
    expect(headers).not.toHaveProperty('content-encoding')
    const address = `${origin}/p/${slug}`
    expect(tagsOf(body)).toEqual([
      '<title>Evening · Segue</title>',
      `<link rel="canonical" href="${address}" />`,
      '<meta name="description" content="Calm and slow" />',
      '<meta name="twitter:card" content="summary" />',
      '<meta property="og:type" content="music.playlist" />',
      '<meta property="og:site_name" content="Segue" />',
      '<meta property="og:title" content="Evening" />',
      '<meta property="og:description" content="Calm and slow" />',
      `<meta property="og:url" content="${address}" />`,
      `<meta property="og:image" content="${origin}/covers/${coverId}/640" />`,
    ])
  })

  it('tells whose it is where nothing describes it', async () => {
    const { slug } = await share({ name: 'Bare' })
    const { body } = await getPage(`/p/${slug}`)
    expect(body).toContain('content="0 tracks by Ann &lt;b&gt;"')
    expect(body).not.toContain('og:image')
  })

  it('runs nothing of what somebody called a playlist', async () => {
    const name = `</title><script>alert("1")</script>'&$&$'$\`$1`
    const { slug } = await share({ name, description: `"><img src=x onerror='alert(1)'>` })
    const { body } = await getPage(`/p/${slug}`)
    const escaped =
      '&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;$&amp;$&#39;$`$1'
    expect(tagsOf(body)[0]).toBe(`<title>${escaped} · Segue</title>`)
    expect(body).toContain(`<meta property="og:title" content="${escaped}" />`)
    expect(body).not.toMatch(/<script|<img|onerror='/)
    expect(body.match(/<\/title>/g)).toHaveLength(1)
  })

  it('cuts a long description between two characters', async () => {
    const { slug } = await share({ name: 'Long', description: 'x' + '🎵'.repeat(900) })
    const { body } = await getPage(`/p/${slug}`)
    expect(body).toContain(`content="x${'🎵'.repeat(149)}…"`)
  })

  it('answers HEAD as GET, without the page, and takes nothing else', async () => {
    const { slug } = await share({ name: 'Head' })
    const whole = await getPage(`/p/${slug}`)
    const head = await getPage(`/p/${slug}`, { method: 'HEAD' })
    expect(head).toEqual({ ...whole, body: '' })
    expect(whole.headers['content-length']).toBe(`${Buffer.byteLength(whole.body)}`)
    expect(await getPage(`/p/${slug}`, { method: 'POST' })).toMatchObject({ status: 405 })
  })

  it('is the bare page once the playlist is private or gone, the same as for no address at all', async () => {
    const { id, slug } = await share({ name: 'Secret' })
    const { slug: gone, id: removed } = await share({ name: 'Removed' })
    await change('playlists.update', { id, isPublic: false })
    await change('playlists.remove', { id: removed })
    const none = await getPage('/p/AAAAAAAAAAAAAAAAAAAAAAAA')
    expect(none).toMatchObject({ status: 404, body: bare })
    for (const path of [slug, gone, '', 'x', '%00', '..%2f', `${slug}/`, 'a.js', 'x'.repeat(500)])
      expect(await getPage(`/p/${path}`)).toEqual(none)
  })

  it('is no failure to a browser that goes there, only to programs', async () => {
    // `fetch` says for itself that it is none.
    const visit = get(`${url}/p/AAAAAAAAAAAAAAAAAAAAAAAA`, {
      headers: { 'sec-fetch-mode': 'navigate' },
    })
    const [answer] = (await once(visit, 'response')) as [IncomingMessage]
    expect(await text(answer)).toBe(bare)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({ vary: 'sec-fetch-mode', 'x-robots-tag': 'noindex' })
  })

  it('lives at a new address when the playlist is public again', async () => {
    const { id, slug } = await share({ name: 'Again' })
    await change('playlists.update', { id, isPublic: false })
    const { slug: next } = await change<Playlist>('playlists.update', { id, isPublic: true })
    expect(next).not.toBe(slug)
    expect(await getPage(`/p/${slug}`)).toMatchObject({ status: 404, body: bare })
    expect(await getPage(`/p/${next}`)).toMatchObject({ status: 200 })
  })

  it('has an address that no log tells', async () => {
    const { slug } = await share({ name: 'Unlogged' })
    logged.length = 0
    await getPage(`/p/${slug}`)
    await getPage(`/p/${slug}x`)
    await expect.poll(() => logged.length).toBe(2)
    expect(logged.join()).not.toContain(slug)
    expect(logged.join()).toContain('"/p/*"')
  })

  it('counts as a call of whoever is signed out, and is bare beyond the limit', async () => {
    const { slug } = await share({ name: 'Wanted' })
    const { limits } = services
    const limited = await createServices({ ...services.config, limits: { callsPerAddress: 2 } })
    services.limits = limited.limits
    try {
      for (let count = 0; count < 2; count++)
        expect(await getPage(`/p/${slug}`)).toMatchObject({ status: 200 })
      expect(await getPage(`/p/${slug}`)).toMatchObject({
        status: 429,
        headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
        body: bare,
      })
    } finally {
      services.limits = limits
      await limited[Symbol.asyncDispose]()
    }
  })

  it('is bare while the database is away', async () => {
    const { slug } = await share({ name: 'Away' })
    await postgres.stop()
    expect(await getPage(`/p/${slug}`)).toMatchObject({ status: 503, body: bare })
  })
})

/** What stands in the head of the page. */
function tagsOf(body: string): string[] {
  const [, head = ''] = /<head>([^]*)<\/head>/.exec(body) ?? []
  return head.split(/\n\s*/)
}

/** A row of the library with a cover, at the end of that playlist. */
async function addTrackWithCover(playlistId: string): Promise<string> {
  const em = services.orm.em.fork()
  const coverId = '01926c3e-7a3b-7c3e-9d5a-0242ac120002'
  const artistId = '01926c3e-7a3b-7c3e-9d5a-0242ac120003'
  await em.execute(
    `insert into artists (id, created_at, name, name_key) values (?, now(), 'A', 'a')`,
    [artistId],
  )
  const [track] = await em.execute<{ id: string }[]>(
    `insert into tracks (id, created_at, title, title_key, artist_id, duration_ms, content_type,
       size_bytes, sha256, codec, object_key, search_text, cover_id)
     values (uuidv7(), now(), 'T', 't', ?, 1, 'audio/flac', 1, 'x', 'FLAC', 'x', 't', ?)
     returning id`,
    [artistId, coverId],
  )
  await change('playlists.add', { id: playlistId, trackIds: [track?.id] })
  return coverId
}
