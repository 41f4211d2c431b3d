import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { startPostgres } from './postgres.ts'

let folder: string
let directory: string
beforeAll(async () => {
  folder = await mkdtemp('/tmp/segue-postgres-')
  directory = join(folder, 'postgres')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

afterEach(() => {
  vi.unstubAllEnvs()
})

const isRoot = process.getuid?.() === 0
/** Another user can only run the programs of a clone that others may enter. */
const isRepositoryOpen =
  isRoot && spawnSync('ls', [import.meta.dirname], { uid: 65_534, gid: 65_534 }).status === 0

if (!isRoot || !isRepositoryOpen)
  process.stderr.write(
    'PostgreSQL as another user is tested only as root, in a checkout that others may enter\n',
  )

/** An `unshare` that fails, as where the kernel forbids it. */
async function forbidUserNamespaces(): Promise<void> {
  const programs = join(folder, 'programs')
  await mkdir(programs, { recursive: true })
  await writeFile(join(programs, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  vi.stubEnv('PATH', `${programs}:${process.env.PATH}`)
}

const start = (options = {}) => startPostgres({ directory, durable: false, ...options })

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function postmaster(): Promise<number> {
  const file = await readFile(join(directory, 'data/postmaster.pid'), 'utf8')
  return Number(file.split('\n')[0])
}

function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}

/** Starts PostgreSQL from a process of its own; `url` once it is ready. */
async function startElsewhere() {
  const source = `
    import { startPostgres } from ${JSON.stringify(import.meta.resolve('./postgres.ts'))}
    const { url } = await startPostgres({ directory: ${JSON.stringify(directory)} })
    console.log(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source])
  const [line] = await once(child.stdout, 'data')
  return { child, url: String(line).trim() }
}

describe('the embedded PostgreSQL', () => {
  it('starts from nothing in a folder of mode 0700, with trigrams of Hangul', async () => {
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    const steps: string[] = []
    const postgres = await start({ onProgress: (step: string) => steps.push(step) })
    expect(steps).toEqual(['Creating the database'])
    expect(postgres.url).toMatch(/^postgresql:\/\/segue:\w{48}@127\.0\.0\.1:\d+\/segue$/)
    const [row] = await query(
      postgres.url,
      `create extension pg_trgm; create table kept (n int); insert into kept values (1)`,
    ).then(() =>
      query(postgres.url, `select show_trgm('밤편지') as trigrams, version() as version`),
    )
    expect(row?.trigrams).toHaveLength(4)
    expect(row?.version).toMatch(/^PostgreSQL 18/)
    expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600)
    await postgres.stop()
    expect(existsSync(join(directory, 'data/postmaster.pid'))).toBe(false)
  })

  it('keeps its data over a stop and a start', async () => {
    const postgres = await start()
    expect(await query(postgres.url, 'select n from kept')).toEqual([{ n: 1 }])
    await postgres.stop()
  })

  it('refuses a folder that is in use, in one line', async () => {
    const postgres = await start()
    await expect(start()).rejects.toThrow(/^the folder \S+ is in use by another server: stop .*$/)
    await postgres.stop()
  })

  it('runs in a session of its own and ends with a killed server', async () => {
    const { child, url } = await startElsewhere()
    const pid = await postmaster()
    const session = (of: number | undefined) =>
      spawnSync('ps', ['-o', 'sid=', '-p', String(of)], { encoding: 'utf8' }).stdout.trim()
    expect(session(pid)).not.toBe(session(child.pid))
    await query(url, 'insert into kept values (2)')
    child.kill('SIGKILL')
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5_000 })
  })

  it('recovers after a kill -9 of everything', async () => {
    const { child, url } = await startElsewhere()
    await query(url, 'insert into kept values (3)')
    const pid = await postmaster()
    process.kill(pid, 'SIGKILL')
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    // Its lock goes with it.
    await ended
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5_000 })
    const postgres = await start()
    expect(await query(postgres.url, 'select n from kept order by n')).toHaveLength(3)
    await postgres.stop()
  })

  it('starts although another program has the process number of the last one', async () => {
    const { child } = await startElsewhere()
    const pid = await postmaster()
    process.kill(pid, 'SIGKILL')
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    // Its lock goes with it.
    await ended
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5_000 })
    const file = join(directory, 'data/postmaster.pid')
    const [, ...rest] = (await readFile(file, 'utf8')).split('\n')
    await writeFile(file, [process.pid, ...rest].join('\n'))
    const postgres = await start()
    expect(await postmaster()).not.toBe(process.pid)
    await postgres.stop()
  })

  it('says when it has ended by itself', async () => {
    const postgres = await start()
    process.kill(await postmaster(), 'SIGINT')
    await expect(postgres.ended).resolves.toBeUndefined()
  })

  it('begins a half-done initdb again', async () => {
    const elsewhere = join(folder, 'half')
    await mkdir(join(elsewhere, 'data.unfinished/base'), { recursive: true })
    await writeFile(join(elsewhere, 'data.unfinished/PG_VERSION'), '18\n')
    await writeFile(join(elsewhere, 'password'), '')
    const postgres = await start({ directory: elsewhere })
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await postgres.stop()
  })

  it.runIf(isRoot)('names the closed folder where root has no user namespaces', async () => {
    await chmod(folder, 0o700)
    await forbidUserNamespaces()
    await expect(start({ directory: join(folder, 'other-user') })).rejects.toThrow(
      `no other user may enter ${folder}: run 'chmod o+x ${folder}'`,
    )
  })

  it.runIf(isRoot && isRepositoryOpen)(
    'runs as another user there, and later as root',
    async () => {
      await chmod(folder, 0o711)
      await forbidUserNamespaces()
      const directory = join(folder, 'other-user')
      const postgres = await start({ directory })
      expect((await stat(join(directory, 'data'))).uid).not.toBe(0)
      await postgres.stop()
      vi.unstubAllEnvs()
      await (await start({ directory })).stop()
      expect((await stat(join(directory, 'data'))).uid).toBe(0)
    },
  )

  it('refuses the data of another version in one line', async () => {
    const version = join(directory, 'data/PG_VERSION')
    await rename(version, `${version}.kept`)
    await writeFile(version, '16\n')
    await expect(start()).rejects.toThrow(/^\S+ was made by PostgreSQL 16, and this is 18: .*$/)
    await rename(`${version}.kept`, version)
    await (await start()).stop()
  })
})
