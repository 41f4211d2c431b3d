import { type ChildProcess, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'

import { call, login, result, signIn, silence } from './test/calls.ts'
import { runServer, type ServerProcess, startServer } from './test/server-process.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const folder = await mkdtemp('/tmp/segue-main-')
const children = new Set<ChildProcess>()

const usual = { DATA_DIR: folder, DEMO: 'off', LOG_LEVEL: 'info' }

function run(settings: Record<string, string> = {}): ServerProcess {
  const running = runServer({ settings: { ...usual, ...settings } })
  children.add(running.child)
  return running
}

async function runUntilReady(settings?: Record<string, string>) {
  const running = await startServer({ settings: { ...usual, ...settings } })
  children.add(running.child)
  return { ...running, url: running.url.replace('localhost', '127.0.0.1') }
}

/** PostgreSQL's processes on the test's data folder. */
function databaseProcesses(): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes(`${folder}/postgres/data`))
}

const noDatabaseLeft = () =>
  vi.waitFor(() => expect(databaseProcesses()).toEqual([]), { timeout: 5_000, interval: 50 })

afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
})
afterAll(() => rm(folder, { recursive: true }))

describe('the server as a process', () => {
  it('starts from nothing, with an admin whose password only a file holds', async () => {
    const { url, child, output, exit } = await runUntilReady()
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const file = join(folder, 'first-admin-password')
    const password = await readFile(file, 'utf8')
    expect(await login(url, password)).toBe(200)
    expect(output()).not.toContain(password)
    for (const name of [file, join(folder, 'secret-key'), join(folder, 'cli.json')])
      expect((await stat(name)).mode & 0o777).toBe(0o600)
    child.kill('SIGINT')
    expect(await exit).toBe(0)
    expect(databaseProcesses()).toEqual([])
  }, 30_000)

  it('starts again on the same data, and changes nothing', async () => {
    const names = ['first-admin-password', 'secret-key', 'cli.json'].map((name) =>
      join(folder, name),
    )
    const before = await Promise.all(names.map((name) => readFile(name, 'utf8')))
    const { url, child, exit } = await runUntilReady({ PORT: new URL(signIn(before[2]).url).port })
    expect(await Promise.all(names.map((name) => readFile(name, 'utf8')))).toEqual(before)
    expect(await login(url, before[0] ?? '')).toBe(200)
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
  }, 30_000)

  it('signs the tools of its machine in again when their sign-in has ended', async () => {
    const file = join(folder, 'cli.json')
    await writeFile(file, JSON.stringify({ url: 'http://127.0.0.1:1', refreshToken: 'ended' }))
    const { url, child, exit } = await runUntilReady()
    const kept = signIn(await readFile(file, 'utf8'))
    expect(kept.url).toBe(url)
    const refreshed = await call(url, 'auth.refresh', { refreshToken: kept.refreshToken })
    expect(refreshed.status).toBe(200)
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
  }, 30_000)

  it('answers the request in flight before it ends on SIGTERM', async () => {
    const { url, child, exit } = await runUntilReady()
    const answer = Promise.withResolvers<number | undefined>()
    const upload = request(`${url}/trpc/auth.token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    })
    upload.on('error', answer.reject).on('response', async (response) => {
      await text(response)
      answer.resolve(response.statusCode)
    })
    upload.write('{"email":"nobody@example.com",')
    await vi.waitFor(() => expect(upload.socket?.bytesWritten).toBeGreaterThan(30))
    child.kill('SIGTERM')
    await vi.waitFor(() => expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed'))
    upload.end('"password":"wrong password"}')
    expect(await answer.promise).toBe(401)
    expect(await exit).toBe(0)
    expect(databaseProcesses()).toEqual([])
  }, 30_000)

  it('finishes a track in the making before it ends on SIGTERM', async () => {
    const { url, child, exit } = await runUntilReady()
    const { refreshToken } = signIn(await readFile(join(folder, 'cli.json'), 'utf8'))
    const { accessToken } = await result<{ accessToken: string }>(
      await call(url, 'auth.refresh', { refreshToken }),
    )
    const authorization = { authorization: `Bearer ${accessToken}` }
    const bytes = silence(48 * 1024 ** 2)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { filename: 'long.wav', contentType: 'audio/wav', sizeBytes: bytes.length, sha256 }
    const link = await result<{ uploadId: string; url: string; headers: Record<string, string> }>(
      await call(url, 'tracks.presignUpload', file, authorization),
    )
    const sent = await fetch(link.url, { method: 'PUT', headers: link.headers, body: bytes })
    expect(sent.status).toBe(200)
    const created = call(url, 'tracks.create', { uploadId: link.uploadId }, authorization)
    await vi.waitFor(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200))
    child.kill('SIGTERM')
    expect((await created).status).toBe(200)
    expect(await exit).toBe(0)
  }, 60_000)

  it('ends at once on a second signal, PostgreSQL with it', async () => {
    const { url, child, exit, output } = await runUntilReady()
    request(`${url}/trpc/auth.token`, { method: 'POST' })
      .on('error', () => {})
      .write('{')
    child.kill('SIGINT')
    await vi.waitFor(() => expect(output()).toContain('Stopping'))
    child.kill('SIGINT')
    await exit
    await noDatabaseLeft()
  }, 30_000)

  it('leaves no PostgreSQL behind a kill -9, and keeps what was acknowledged', async () => {
    const password = await readFile(join(folder, 'first-admin-password'), 'utf8')
    const { url, child } = await runUntilReady()
    const registration = await fetch(`${url}/trpc/auth.register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'kept@example.com', password, nickname: 'Kept' }),
    })
    expect(registration.status).toBe(200)
    child.kill('SIGKILL')
    const again = await runUntilReady()
    const answer = await fetch(`${again.url}/trpc/auth.token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'kept@example.com', password }),
    })
    expect(answer.status).toBe(200)
    again.child.kill('SIGKILL')
    await noDatabaseLeft()
  }, 30_000)
})

describe('a start that cannot succeed', () => {
  async function complaint(settings: Record<string, string>): Promise<string> {
    const { exit, output } = run(settings)
    expect(await exit).toBe(1)
    expect(databaseProcesses()).toEqual([])
    return output()
  }
  const external = { SECRET_KEY: '4f0c9a7be21d8365f0b9127acd34e85f' }

  it.each([
    ['a bad setting', { PORT: 'abc' }, /^segue: bad setting: PORT must be .*\n$/],
    [
      'an unreachable database',
      { DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/segue', ...external },
      /^segue: cannot reach the database at 127\.0\.0\.1:1 \(ECONNREFUSED\): (?!.*hunter2).*\n$/,
    ],
    [
      'a host that is not ours',
      { HOST: '192.0.2.77' },
      /^segue: this machine has no address 192\.0\.2\.77: .*\n$/,
    ],
    [
      'a data folder that cannot be made',
      { DATA_DIR: `${main}/data` },
      /^segue: the folder \S+ cannot be written \(ENOTDIR\): .*\n$/,
    ],
    [
      'a data folder where no folders are taken',
      { DATA_DIR: process.platform === 'linux' ? '/proc/segue/data' : '/dev/segue/data' },
      /^segue: the folder \S+ cannot be written \(\w+\): .*\n$/,
    ],
  ])(
    'says so in one line: %s',
    async (_, settings, line) => {
      expect(await complaint(settings)).toMatch(line)
    },
    20_000,
  )

  it('says so in one line: an unreachable store', async () => {
    const store = { S3_ENDPOINT: 'http://127.0.0.1:3', S3_BUCKET: 'music' }
    const keys = { S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'hunter2' }
    expect(await complaint({ ...store, ...keys })).toMatch(
      /^segue: cannot reach the object store at http:\/\/127\.0\.0\.1:3 \(ECONNREFUSED\): .*\n$/,
    )
  }, 20_000)

  it('says so in one line: a taken port', async () => {
    const taken: Server = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    expect(await complaint({ PORT: port })).toMatch(/^segue: port \d+ is taken: stop .*\n$/)
    taken.close()
  }, 20_000)

  it('says so in one line: a data folder in use', async () => {
    const { child, exit } = await runUntilReady()
    const second = run()
    expect(await second.exit).toBe(1)
    expect(second.output()).toMatch(/^segue: the folder \S+ is in use by another server: .*\n$/)
    child.kill('SIGINT')
    await exit
  }, 30_000)

  it('says so in one line: data of another version', async () => {
    const version = join(folder, 'postgres/data/PG_VERSION')
    await writeFile(version, '17\n')
    expect(await complaint({})).toMatch(/^segue: \S+ was made by PostgreSQL 17, and .*\n$/)
    await writeFile(version, '18\n')
  }, 20_000)
})
