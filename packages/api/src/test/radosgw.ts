import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { ProvidedStore } from './provided.ts'

const keys = { accessKeyId: 'test-access-key', secretAccessKey: 'test-secret-access-key' }

/**
 * Starts Ceph's S3 gateway without waiting for it (some 15 s): who uses it does.
 * @returns null where it is not installed
 */
export async function startRadosgw(): Promise<{
  address: ProvidedStore
  stop(): Promise<void>
} | null> {
  if (!isOnPath('radosgw')) return null
  const directory = await mkdtemp(path.join(tmpdir(), 'segue-radosgw-'))
  const log = openSync(path.join(directory, 'start.log'), 'w')
  const [port, monitor] = [await freePort(0), await freeMonitorPort()]
  const script = path.join(import.meta.dirname, 'radosgw.sh')
  const { accessKeyId, secretAccessKey } = keys
  const child = spawn(
    'bash',
    [script, directory, `${port}`, `${monitor}`, accessKeyId, secretAccessKey],
    { detached: true, stdio: ['pipe', log, log] },
  )
  const exited = once(child, 'exit')
  return {
    address: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'segue',
      ...keys,
    },
    async stop() {
      child.stdin?.end()
      await exited
      await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function isOnPath(program: string): boolean {
  const folders = process.env.PATH?.split(path.delimiter) ?? []
  return folders.some((folder) => existsSync(path.join(folder, program)))
}

/** The monitor takes two ports, known before; the daemons some of the sixty behind them. */
async function freeMonitorPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const isFree = await Promise.all([freePort(port), freePort(port + 1)]).then(
      () => true,
      () => false,
    )
    if (isFree) return port
  }
}

async function freePort(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : port
}
