import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { StartError } from '../start-error.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import type { PostgresUser } from './postgres-user.ts'
import { supervise } from './supervise.ts'

export const majorVersion = '18'
export const superuser = 'segue'

/** Where the parts of an embedded PostgreSQL lie. */
export function clusterPaths(directory: string) {
  return {
    data: join(directory, 'data'),
    unfinished: join(directory, 'data.unfinished'),
    password: join(directory, 'password'),
    log: join(directory, 'postgres.log'),
  }
}

interface Preparation {
  directory: string
  binaries: PostgresBinaries
  user: PostgresUser
  /** False: leaves out every wait for the disk; for tests. */
  durable: boolean
  log: number
  onProgress: (message: string) => void
}

/**
 * Makes the data folder where there is none, or checks the one that is there. An `initdb` that was
 * cut short is begun again: it works in a folder that gets its name only when all is written.
 * @returns the superuser's password
 */
export async function prepareCluster(preparation: Preparation): Promise<string> {
  const paths = clusterPaths(preparation.directory)
  const version = await readVersion(paths.data)
  if (version === undefined) {
    const password = await writePassword(paths.password)
    giveTo(preparation.user, preparation.directory)
    await initialise(preparation)
    return password
  }
  if (version !== majorVersion) throw wrongVersion(paths.data, version)
  giveTo(preparation.user, preparation.directory)
  const password = await readFile(paths.password, 'utf8').catch(() => '')
  if (password) return password
  throw new StartError(
    `${paths.password} is missing, and without it the data in ${paths.data} cannot be opened: restore it from a backup`,
  )
}

async function readVersion(data: string): Promise<string | undefined> {
  if (!(await stat(data).catch(() => undefined))) return undefined
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')
  return version.trim() || 'an unknown version'
}

function wrongVersion(data: string, version: string): StartError {
  return new StartError(
    `${data} was made by PostgreSQL ${version}, and this is ${majorVersion}: dump it with that version and load it here, or set DATA_DIR to another folder`,
  )
}

async function writePassword(file: string): Promise<string> {
  const password = randomBytes(24).toString('hex')
  await rm(file, { force: true })
  await writeFile(file, password, { mode: 0o600, flush: true })
  return password
}

/** The folder may come from a start as somebody else: PostgreSQL insists on being its owner. */
function giveTo({ uid, gid }: PostgresUser, directory: string): void {
  if (process.getuid?.() !== 0) return
  spawnSync('chown', ['-R', `${uid ?? 0}:${gid ?? 0}`, directory])
}

async function initialise({
  directory,
  binaries,
  user,
  durable,
  log,
  onProgress,
}: Preparation): Promise<void> {
  const { unfinished, data, password, log: logFile } = clusterPaths(directory)
  onProgress('Creating the database')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  if (user.uid !== undefined) await chown(unfinished, user.uid, user.gid ?? 0)
  const command = [
    binaries.initdb,
    `--pgdata=${unfinished}`,
    `--username=${superuser}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeOptions(),
    '--lc-messages=C',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]
  const code = await supervise(command, { user, log }).ended
  if (code !== 0) throw new StartError(`initdb failed (${code}): see ${logFile}`)
  await rename(unfinished, data)
  await using folder = await open(directory)
  await folder.sync()
}

/** With LC_CTYPE=C trigrams of Hangul and kana are empty. */
function localeOptions(): string[] {
  return process.platform === 'darwin'
    ? ['--locale=C', '--lc-ctype=en_US.UTF-8']
    : ['--locale=C.UTF-8']
}
