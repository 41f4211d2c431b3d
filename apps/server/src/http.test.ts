import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readConfig } from './config.ts'
import { type RunningServer, start } from './start.ts'

const password = 'correct horse battery'
const friend = 'https://friend.example.org'
const folder = await mkdtemp('/tmp/segue-http-')
let server: RunningServer
let url: string

beforeAll(async () => {
  const settings = { DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'silent' }
  const config = readConfig(
    { ...settings, ADMIN_PASSWORD: password, ALLOWED_ORIGINS: friend },
    '/nonexistent',
  )
  server = await start({ config, say: () => {}, signal: new AbortController().signal })
  url = `http://127.0.0.1:${server.port}`
}, 30_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const login = { email: 'admin@segue.localhost', password }

function post(procedure: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${url}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

async function reasonOf(answer: Response): Promise<unknown> {
  const { error } = (await answer.json()) as { error: { data: Record<string, unknown> } }
  expect(error.data.requestId).toBe(answer.headers.get('x-request-id'))
  expect(error.data.stack).toBeUndefined()
  return error.data.reason
}

describe('the API over HTTP', () => {
  it('is ready once the start is through', async () => {
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n')
  })

  it('signs in from a page of ours by a cookie, which then says who is calling', async () => {
    const answer = await post('auth.login', login, { origin: url, 'sec-fetch-site': 'same-origin' })
    expect(answer.status).toBe(200)
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^segue=[^;]+; .*HttpOnly/)
    expect(cookie).toContain('SameSite=Lax')
    const session = await fetch(`${url}/trpc/auth.session`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(await session.json()).toMatchObject({ result: { data: { user: { role: 'admin' } } } })
    expect(session.headers.get('cache-control')).toBe('no-store')
  })

  it('sets the cookie also for clients that ask for a streamed answer', async () => {
    const answer = await post(
      'auth.login?batch=1',
      { 0: login },
      { 'trpc-accept': 'application/jsonl', accept: 'application/jsonl' },
    )
    expect(answer.headers.getSetCookie()).toHaveLength(1)
    expect(await answer.json()).toHaveLength(1)
  })

  it('refuses pages of others before a procedure runs, signed in or not', async () => {
    const answer = await post('auth.login', login, { origin: 'https://evil.example.org' })
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(await reasonOf(answer)).toBe('origin_refused')
    const quiet = await post('auth.logout', {}, { cookie: 'segue=abc' })
    expect(await reasonOf(quiet)).toBe('origin_refused')
  })

  it.each(['multipart/form-data; boundary=x', 'text/plain', 'application/x-www-form-urlencoded'])(
    'takes no body of type %s',
    async (type) => {
      const answer = await post('auth.logout', '{}', { 'content-type': type })
      expect(answer.status).toBe(415)
      expect(await reasonOf(answer)).toBe('unsupported_media_type')
    },
  )

  it('takes JSON with a charset', async () => {
    const type = 'application/json; charset=utf-8'
    expect((await post('auth.token', login, { 'content-type': type })).status).toBe(200)
  })

  it('takes no body above 1 MiB, announced or not', async () => {
    const body = JSON.stringify({ ...login, password: 'x'.repeat(1_100_000) })
    const answer = await post('auth.token', body)
    expect(answer.status).toBe(413)
    expect(await reasonOf(answer)).toBe('payload_too_large')
    expect(await sendChunked(body)).toBe(413)
  })

  it('takes batches of up to 20 calls', async () => {
    const batch = (size: number) =>
      fetch(`${url}/trpc/${Array(size).fill('auth.session').join(',')}?batch=1&input={}`)
    expect((await batch(20)).status).toBe(200)
    const answer = await batch(21)
    expect(answer.status).toBe(400)
    expect(await reasonOf(answer)).toBe('input_invalid')
    const hidden = Array(21).fill('auth.session').join('%2C')
    expect((await fetch(`${url}/trpc/${hidden}?batch=1&input={}`)).status).toBe(400)
  })

  it('answers a batch of questions as a whole, also where what one asks for is not there', async () => {
    const ask = async (query: string, input: object) => {
      const answer = await fetch(`${url}/trpc/${query}input=${JSON.stringify(input)}`)
      return [answer.status, await answer.json()]
    }
    const refused = { error: { data: { code: 'NOT_FOUND', httpStatus: 404 } } }
    const id = '01890000-0000-7000-8000-000000000000'
    expect(await ask('playlists.byId?', { id })).toMatchObject([404, refused])
    expect(await ask('playlists.byId?batch=1&', { 0: { id } })).toMatchObject([207, [refused]])
    expect((await ask('auth.session?batch=1&', {}))[0]).toBe(200)
    expect((await ask('tracks.list?batch=1&', {}))[0]).toBe(401)
  })

  it('says NOT_FOUND, not more, of what does not exist', async () => {
    const answer = await fetch(`${url}/trpc/no.such`)
    expect(answer.status).toBe(404)
    expect(await reasonOf(answer)).toBe('not_found')
    expect((await fetch(`${url}/trpc`)).status).toBe(404)
    expect((await fetch(`${url}/trpc/auth.session`, { method: 'DELETE' })).status).toBe(405)
    expect((await fetch(`${url}/trpc/%zz`)).status).toBe(400)
  })

  it.each(['auth.session?connectionParams=%7B', 'auth.session?connectionParams=5', ',?batch=1'])(
    'names the request also where nothing of it could be read: %s',
    async (path) => {
      const answer = await fetch(`${url}/trpc/${path}`)
      const body = (await answer.json()) as unknown
      const [first] = Array.isArray(body) ? (body as unknown[]) : [body]
      const { error } = first as { error: { data: Record<string, unknown> } }
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(error.data.requestId).toBe(answer.headers.get('x-request-id'))
      expect(Object.keys(error.data)).not.toContain('stack')
    },
  )

  it('lets pages of allowed origins in, and answers their preflights', async () => {
    const preflight = await fetch(`${url}/trpc/auth.login`, {
      method: 'OPTIONS',
      headers: { origin: friend, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(friend)
    const answer = await post('auth.token', login, {
      origin: friend,
      'sec-fetch-site': 'cross-site',
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe(friend)
  })
})

describe('the embedded store under /s3', () => {
  it('takes an upload by a link on the origin the caller used', async () => {
    const tokens = (await (await post('auth.token', login)).json()) as {
      result: { data: { accessToken: string } }
    }
    const bytes = new TextEncoder().encode('not audio at all')
    const upload = await post(
      'tracks.presignUpload',
      {
        filename: 'x.mp3',
        contentType: 'audio/mpeg',
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
      { authorization: `Bearer ${tokens.result.data.accessToken}` },
    )
    const { result } = (await upload.json()) as {
      result: { data: { url: string; headers: Record<string, string> } }
    }
    expect(result.data.url).toMatch(`${url}/s3/segue/`)
    const { headers } = result.data
    const put = await fetch(result.data.url, { method: 'PUT', headers, body: bytes })
    expect(put.status).toBe(200)
    const forged = `${result.data.url.slice(0, -4)}0000`
    expect((await fetch(forged, { method: 'PUT', headers, body: bytes })).status).toBe(403)
  })

  it('allows pages of allowed origins to upload, and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${url}/s3/segue/x`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT' },
      })
    expect((await preflight(friend)).headers.get('access-control-allow-origin')).toBe(friend)
    expect((await preflight('https://evil.example.org')).status).toBe(403)
  })

  it('hardens every answer', async () => {
    const { headers, status } = await fetch(`${url}/s3/segue/none`)
    expect(status).toBe(403)
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.getSetCookie()).toEqual([])
  })
})

describe('/covers', () => {
  it('sends to a link of the store that caches may keep a little less than it lives', async () => {
    const id = '01926c3e-7a3b-7c3e-9d5a-0242ac120002'
    const answer = await fetch(`${url}/covers/${id}/320`, { redirect: 'manual' })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toMatch(`${url}/s3/segue/`)
    expect(answer.headers.get('cache-control')).toMatch(/^private, max-age=\d{4}$/)
  })

  it.each(['/covers/x/320', '/covers/01926c3e-7a3b-7c3e-9d5a-0242ac120002/321', '/covers/'])(
    'has nothing at %s',
    async (path) => {
      expect((await fetch(url + path)).status).toBe(404)
    },
  )
})

/** Posts without announcing a length. */
async function sendChunked(body: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const upload = request(`${url}/trpc/auth.token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
  })
  upload.on('error', reject).on('response', async (response) => {
    await text(response)
    resolve(response.statusCode)
  })
  upload.end(body)
  return promise
}
