import { execFile } from 'node:child_process'
import { lstat, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

import { StartError } from '../start-error.ts'

const run = promisify(execFile)

/** How to run PostgreSQL's programs, which refuse to run as root or as a user without a name. */
export interface PostgresUser {
  /** Goes in front of the command line. */
  prefix: string[]
  uid?: number
  gid?: number
}

interface Account {
  uid: number
  gid: number
}

/**
 * Whom PostgreSQL can run as here: the caller; else the caller under another number in a user
 * namespace, who may enter folders of mode 0700; else, for root, another account.
 * @param paths what that user must be able to reach: its own folder and the programs
 * @throws StartError naming the folder that is closed to every user there is
 */
export async function findPostgresUser(paths: string[]): Promise<PostgresUser> {
  const uid = process.getuid?.() ?? -1
  const isRoot = uid === 0
  if (!isRoot && (await findAccount(String(uid)))) return { prefix: [] }
  const account = (await findAccount('postgres')) ?? (await findAccount('nobody'))
  if (!account) {
    throw new StartError(
      `PostgreSQL needs a user with a name other than root, and there is none: add one with 'useradd postgres'`,
    )
  }
  const prefix = ['unshare', '--user', `--map-user=${account.uid}`]
  if (await succeeds([...prefix, 'true'])) return { prefix }
  if (!isRoot) {
    throw new StartError(
      `user ${uid} has no name on this machine, and PostgreSQL needs one: add it to /etc/passwd, or set DATABASE_URL`,
    )
  }
  for (const path of paths) await refuseClosedFolders(path, account)
  return { prefix: [], ...account }
}

async function succeeds([command = '', ...args]: string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  )
}

/** Looks a user up by name or number, as PostgreSQL itself does. */
async function findAccount(who: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, who])))
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
  } catch {
    const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
    const line = passwd.split('\n').find((line) => line.split(':').slice(0, 3).includes(who))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
  }
}

async function refuseClosedFolders(path: string, { uid, gid }: Account): Promise<void> {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = await lstat(folder)
    const canEnter = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001
    if (canEnter) continue
    throw new StartError(
      `PostgreSQL does not run as root, and no other user may enter ${folder}: run 'chmod o+x ${folder}', or start as another user`,
    )
  }
}
