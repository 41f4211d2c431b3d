import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { startServer } from '../apps/server/src/test/server-process.ts'
import { leapClock } from '../apps/server/src/test/shifted-clock.ts'
import { startStoreProcess, storeSettings } from '../apps/server/src/test/store-process.ts'
import { Gate } from './gate.ts'
import { admin } from './global-setup.ts'

/** The server and its object store, each a process of its own that can be ended, behind gates. */
export interface Stage extends AsyncDisposable {
  /** Where the browser finds the server. */
  url: string
  /** Where the server itself answers, whatever happens on the way to it. */
  innerUrl: string
  /** Before the server. */
  gate: Gate
  /** Before the store, where audio comes from. */
  storeGate: Gate
  stopServer(): Promise<void>
  startServer(): Promise<void>
  /** Also what it had sent and was not received yet is lost. */
  killStore(): Promise<void>
  startStore(): Promise<void>
  /** Moves the clocks of both ahead: every link there is has run out. */
  passAnHour(): void
}

const leapMs = 3_660_000

/** Builds it up, on an empty library. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'segue-stage-'))
  const objects = path.join(folder, 'objects')
  let leaps = 0
  const clock = () => ({ nodeOptions: leapClock(leapMs, leaps) })
  const [gate, storeGate] = await Promise.all([Gate.open(), Gate.open()])
  gate.target = await freePort()
  let store = await startStoreProcess(objects, clock())
  const storePort = Number(new URL(store.endpoint).port)
  storeGate.target = storePort
  const settings = {
    DATA_DIR: path.join(folder, 'data'),
    DEMO: 'off',
    PORT: String(gate.target),
    PUBLIC_URL: gate.url,
    ...(await storeSettings(objects, store.endpoint)),
    S3_PUBLIC_ENDPOINT: storeGate.url,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    LIMIT_REGISTER_PER_ADDRESS: '0',
    LIMIT_CALLS_PER_ADDRESS: '0',
  }
  let server = await startServer({ settings, ...clock() })

  return {
    url: gate.url,
    innerUrl: `http://127.0.0.1:${gate.target}`,
    gate,
    storeGate,
    stopServer: () => server.stop(),
    async startServer() {
      server = await startServer({ settings, ...clock() })
    },
    async killStore() {
      await store.kill()
      storeGate.cut()
    },
    async startStore() {
      store = await startStoreProcess(objects, { port: storePort, ...clock() })
    },
    passAnHour() {
      leaps += 1
      for (const { child } of [server, store]) child.kill('SIGUSR2')
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([server.stop(), store.kill(), gate.close(), storeGate.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
