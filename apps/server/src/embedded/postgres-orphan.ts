import { readFile, readlink, realpath } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Waits for the PostgreSQL that a killed server left behind in this folder; ends it if it does not
 * go by itself.
 * @returns the process number in a lock file that nobody of ours holds: the next PostgreSQL has to
 * know that it means nothing, as after a restart any program may have that number
 */
export async function settleOrphan(data: string): Promise<number | undefined> {
  const lock = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(lock.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  while (await isServing(pid, data)) {
    interrupt(pid)
    await wait(20)
  }
  return pid
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It has just ended.
  }
}

/** Whether process `pid` is a PostgreSQL on this data folder, which is its working directory. */
async function isServing(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    return folder !== '' && folder === (await realpath(data))
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(
    () => ({ stdout: '' }),
  )
  return stdout.includes(data)
}
