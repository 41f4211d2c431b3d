import { closeSync, mkdirSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { StartError } from '../start-error.ts'
import { lockFolder } from './folder-lock.ts'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { clusterPaths, prepareCluster, superuser } from './postgres-cluster.ts'
import { prepareDatabase } from './postgres-database.ts'
import { settleOrphan } from './postgres-orphan.ts'
import { findPostgresUser, type PostgresUser } from './postgres-user.ts'
import { type Supervised, supervise } from './supervise.ts'

export interface PostgresOptions {
  /** The folder that holds everything of this PostgreSQL; made when it is not there. */
  directory: string
  /** Is told of steps that take long, a line each. */
  onProgress?: (message: string) => void
  /** 100 unless told. */
  maxConnections?: number
  /** A free one unless told. */
  port?: number
  /** False: a power cut may lose everything; for tests. */
  durable?: boolean
}

export interface Postgres {
  /** postgresql://... of the database `segue`, as superuser. */
  url: string
  /** Resolves when PostgreSQL has ended, by `stop` or by itself. */
  ended: Promise<void>
  /** Ends PostgreSQL cleanly; resolves when it has ended. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL 18, on a port of 127.0.0.1, in a session of its own. It ends
 * with this process, however that ends, and what an earlier one left behind is put in order first.
 * @throws StartError with one line that says what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const directory = resolve(options.directory)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lock = lockFolder(directory)
  const log = openSync(clusterPaths(directory).log, 'w', 0o600)
  let running: Supervised | undefined
  try {
    const binaries = await findPostgresBinaries()
    const { data } = clusterPaths(directory)
    const user = await findPostgresUser([directory, binaries.initdb, binaries.postgres])
    const { durable = true, onProgress = () => {} } = options
    const password = await prepareCluster({ directory, binaries, user, durable, log, onProgress })
    const stale = await settleOrphan(data)
    const server = await listen(
      { ...options, directory, onProgress },
      { binaries, user, log, stale },
    )
    running = server.process
    const url = `postgresql://${superuser}:${password}@127.0.0.1:${server.port}/segue`
    await prepareDatabase(url)
    const ended = server.process.ended.then(() => lock.release())
    return { url, ended, stop: () => server.process.end().then(() => ended) }
  } catch (error) {
    await running?.end()
    lock.release()
    throw error
  } finally {
    closeSync(log)
  }
}

interface Means {
  binaries: PostgresBinaries
  user: PostgresUser
  log: number
  stale: number | undefined
}

/** Another program may take a free port before PostgreSQL does: then the next one is tried. */
async function listen(
  options: PostgresOptions & { onProgress: (message: string) => void },
  { binaries, user, log, stale }: Means,
): Promise<{ process: Supervised; port: number }> {
  const paths = clusterPaths(options.directory)
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await findFreePort())
    const former = await readLockFile(paths.data)
    const server = supervise([binaries.postgres, '-D', paths.data, ...settings(options, port)], {
      user,
      log,
      env: stale ? { PG_GRANDPARENT_PID: String(stale) } : {},
    })
    const { onProgress } = options
    if (await becomesReady(server, { data: paths.data, former, port, onProgress })) {
      return { process: server, port }
    }
    const output = await readFile(paths.log, 'utf8')
    if (attempt < 5 && !options.port && output.includes('Address already in use')) continue
    const reason = output.match(/FATAL: +(.*)/)?.[1] ?? 'it ended at once'
    throw new StartError(`the embedded PostgreSQL does not start (${reason}): see ${paths.log}`)
  }
}

function settings({ maxConnections = 100, durable = true }: PostgresOptions, port: number) {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: maxConnections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Error details quote rows: no e-mail address belongs in a log.
    log_error_verbosity: 'terse',
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function findFreePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const probe = createServer().once('error', reject)
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
  return promise
}

/** What PostgreSQL says of itself, a line each, in a file that a killed one leaves behind. */
async function readLockFile(data: string): Promise<string[]> {
  const file = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  return file.split('\n').map((line) => line.trim())
}

/**
 * PostgreSQL says in line 8 of its lock file when it takes connections (what pg_ctl waits for); its
 * process number and the time of its start, in lines 1 and 3, tell the file from the former one,
 * whatever the clock was set to meanwhile.
 * @returns false when it ended instead
 */
async function becomesReady(
  server: Supervised,
  {
    data,
    former,
    port,
    onProgress,
  }: {
    data: string
    former: string[]
    port: number
    onProgress: (message: string) => void
  },
): Promise<boolean> {
  const hasEnded = server.ended.then(() => true)
  let nextWord = performance.now() + 3_000
  for (;;) {
    const file = await readLockFile(data)
    const isOwn = file[3] === String(port) && (file[0] !== former[0] || file[2] !== former[2])
    if (isOwn && file[7] === 'ready') return true
    if (performance.now() > nextWord) {
      onProgress('Waiting for the database to recover')
      nextWord += 10_000
    }
    if (await Promise.race([hasEnded, wait(10, false)])) return false
  }
}
