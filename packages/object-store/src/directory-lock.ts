import { once } from 'node:events'
import { rm, stat } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemErrorCode } from './s3-error.ts'

/**
 * Makes this process the only one with a store in `directory`: a second would take the first
 * one's half written files for leftovers of a crash. The lock is a listening socket, which the
 * kernel closes however the process ends, so that no kill leaves a stale one.
 * @returns what gives the lock back
 * @throws Error when another process has it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const { dev, ino } = await stat(directory)
  const name = `segue-object-store-${dev}-${ino}`
  // A name that starts with NUL is Linux's abstract one, of which no file can stay behind.
  const path = process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`)
  const server = (await listen(path)) ?? ((await isStale(path)) ? await listen(path) : undefined)
  if (!server) throw new Error(`${directory} is in use by another process`)
  return async () => {
    server.close()
    await once(server, 'close')
  }
}

async function listen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy())
  server.listen(path)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (systemErrorCode(error) === 'EADDRINUSE') return undefined
    throw error
  }
  server.unref()
  return server
}

/** Whether nobody listens on a socket file any more; it is then removed. */
async function isStale(path: string): Promise<boolean> {
  if (path.startsWith('\0')) return false
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return false
  } catch {
    await rm(path, { force: true })
    return true
  } finally {
    socket.destroy()
  }
}
