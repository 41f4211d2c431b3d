import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'

import type { RouterOutputs } from '@segue/api'
import { expect, it } from 'vitest'

import { call, result, silence } from './test/calls.ts'
import { startServer } from './test/server-process.ts'

const admin = { email: 'admin@segue.localhost', password: 'keeper of all the logs' }
const wrong = 'guessed battery staple'
const forgedLine = '{"level":30,"msg":"forged"}'
const dirty = `\u001B[31mred\r\n${forgedLine}`

interface Tokens {
  accessToken: string
  refreshToken: string
}

/** Whatever a server is told and tells that nobody may read in its log afterwards. */
async function useServer(url: string): Promise<string[]> {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const signedIn = await call(url, 'auth.login', admin)
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await call(url, 'auth.login', { ...admin, password: wrong })
  const first = await result<Tokens>(await call(url, 'auth.token', admin))
  const tokens = await result<Tokens>(
    await call(url, 'auth.refresh', { refreshToken: first.refreshToken }),
  )
  const { accessToken } = tokens
  const as = bearer(accessToken)
  await fetch(`${url}/trpc/me.get`, { headers: { cookie } })
  await fetch(`${url}/trpc/me.get`, { headers: bearer(`${accessToken}x`) })
  await fetch(`${url}/trpc/tracks.list?input=${encodeURIComponent('{"q":"what I look for"}')}`, {
    headers: { ...as, 'user-agent': 'agent \u00E9', referer: `${url}/reset#token` },
  })
  const bytes = silence(88_200)
  const { uploadId, ...link } = await result<{
    uploadId: string
    url: string
    headers: Record<string, string>
  }>(
    await call(
      url,
      'tracks.presignUpload',
      {
        filename: `${forgedLine}.wav`,
        contentType: 'audio/wav',
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
      as,
    ),
  )
  await fetch(link.url, { method: 'PUT', headers: link.headers, body: bytes })
  const track = await result<{ id: string }>(await call(url, 'tracks.create', { uploadId }, as))
  const play = await result<{ url: string }>(
    await call(url, 'stream.start', { trackId: track.id }, as),
  )
  await fetch(play.url)
  await fetch(play.url.slice(0, -1))
  const { id } = await result<{ id: string }>(await fetch(`${url}/trpc/me.get`, { headers: as }))
  const reset = await result<RouterOutputs['admin']['users']['resetLink']>(
    await call(url, 'admin.users.resetLink', { id }, as),
  )
  const resetToken = reset.url.split('#')[1] ?? ''
  await call(url, 'auth.register', { email: `${dirty}@b`, password: wrong, nickname: dirty })
  await getRaw(url, `/trpc/${encodeURIComponent(dirty)}?input=${accessToken}`)
  await getRaw(url, `/\u001B[31m"${forgedLine}?token=${resetToken}`.replaceAll(/[^!-~]/g, '%1B'))
  await call(url, 'auth.resetPassword', { token: resetToken, newPassword: 'another of the keeper' })
  const signature = (address: string) =>
    new URL(address).searchParams.get('X-Amz-Signature') ?? 'missing'
  return [
    admin.password,
    wrong,
    'another of the keeper',
    cookie.split('=')[1] ?? 'missing',
    ...[first, tokens].flatMap((pair) => [pair.accessToken, pair.refreshToken]),
    resetToken,
    signature(link.url),
    signature(play.url),
    'X-Amz-',
    'what I look for',
    '$argon2',
  ]
}

/** Sends the path as it stands. */
async function getRaw(url: string, path: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  request(url, { path }, (response) => response.resume().on('end', resolve))
    .on('error', reject)
    .end()
  await promise
}

it('the log says everything in lines of JSON, and no secret in any of them', async () => {
  const folder = await mkdtemp('/tmp/segue-logs-')
  const server = await startServer({
    settings: {
      DATA_DIR: folder,
      DEMO: 'off',
      LOG_LEVEL: 'trace',
      ADMIN_PASSWORD: admin.password,
    },
  })
  try {
    const secrets = await useServer(server.url)
    await server.stop()
    const log = server.output()
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(5)
      expect(log).not.toContain(secret)
    }
    // Node's own, such as of many who listen to one answer.
    expect(log).not.toContain('Warning: ')
    const lines = log.split('\n').filter((line) => line.startsWith('{'))
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(told.map(({ msg }) => msg)).not.toContain('forged')
    // oxlint-disable-next-line no-control-regex -- what a terminal would obey
    expect(log).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/)
    const ofRequests = told.filter((line) => 'path' in line || 'security' in line)
    expect(ofRequests.length).toBeGreaterThan(20)
    for (const line of ofRequests) expect(line.requestId).toMatch(/^[\da-f-]{36}$/)
    const failed = told.filter((line) => line.status === 401 && line.path === '/trpc/auth.login')
    const reason = 'invalid_credentials'
    expect(failed.map(({ msg, calls }) => ({ msg, calls }))).toEqual([
      { msg: 'request refused', calls: [{ path: 'auth.login', code: 'UNAUTHORIZED', reason }] },
    ])
    const others = told.filter(({ requestId }) => requestId === failed[0]?.requestId)
    expect(others.map(({ msg }) => msg).toSorted()).toEqual(['request refused', 'security event'])
    const events = told.flatMap(({ security }) => security ?? [])
    expect(events).toEqual(expect.arrayContaining(['sign_in_failed', 'sign_in_succeeded']))
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
