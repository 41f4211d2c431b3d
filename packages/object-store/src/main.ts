import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ensureCredentials } from './credentials.ts'
import { openObjectStore } from './object-store.ts'

const IDLE_MS = 120_000
/** How long requests in flight may go on after SIGTERM. */
const GRACE_MS = 10_000

try {
  await run()
} catch (error) {
  process.stderr.write(`The object store cannot start: ${(error as Error).message}\n`)
  process.exit(1)
}

/** Runs the store alone, on loopback. Settings: PORT, DATA_DIR, and S3_AK with S3_SK. */
async function run(): Promise<void> {
  const { PORT = '9100', DATA_DIR: directory = '.data/object-store', S3_AK, S3_SK } = process.env
  const keys =
    S3_AK && S3_SK
      ? { accessKeyId: S3_AK, secretAccessKey: S3_SK }
      : await ensureCredentials(directory)
  let isStopping = false
  const store = await openObjectStore({ directory, ...keys, onError: report })
  const server = createServer((request, response) => {
    response.once('close', () => isStopping && server.closeIdleConnections())
    void store.handle(request, response)
  })
  // Node's default would cut uploads that take longer than 5 minutes.
  server.requestTimeout = 0
  server.timeout = IDLE_MS
  // Its default of 5 s resets clients that send again just as it ends.
  server.keepAliveTimeout = IDLE_MS
  server.listen(Number(PORT), '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  process.stdout.write(`object store on http://127.0.0.1:${port}\n`)

  const stop = () => {
    isStopping = true
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => clearTimeout(cut))
    void store.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
}

function report(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${text}\n`)
}
