import { once } from 'node:events'
import { createServer } from 'node:http'
import { ensureCredentials } from './credentials.ts'
import { openObjectStore } from './object-store.ts'

/** Runs the store alone, on loopback: PORT, DATA_DIR, and S3_AK with S3_SK unless generated. */
const IDLE_MS = 120_000
/** How long requests in flight may go on after SIGTERM. */
const GRACE_MS = 10_000

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
server.listen(Number(PORT), '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.stdout.write(
  `object store on http://127.0.0.1:${typeof address === 'object' ? address?.port : PORT}\n`,
)

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())

async function stop(): Promise<void> {
  isStopping = true
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  server.close(() => clearTimeout(cut))
  await store.close()
}

function report(error: unknown): void {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
}
