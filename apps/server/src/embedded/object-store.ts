import { createServer } from 'node:http'
import { join } from 'node:path'

import type { StoreConfig } from '@segue/api'
import { ensureCredentials, type ObjectStore, openObjectStore } from '@segue/object-store'
import type { Logger } from 'pino'

import { closeServer, listen } from '../listen.ts'

export interface EmbeddedStore extends AsyncDisposable {
  store: ObjectStore
  /** How the API reaches it. */
  config: StoreConfig
}

/**
 * Opens the embedded object store, whose requests arrive under `/s3`. The API reaches it at a port of
 * its own on loopback, so that calls in flight can be finished when the public port has closed.
 * @param publicEndpoint as browsers reach the store; null: `/s3` on the origin the caller used
 * @param publicHosts names that browsers may have signed links for, where a proxy rewrites Host
 */
export async function openEmbeddedStore({
  dataDir,
  publicEndpoint,
  publicHosts,
  logger,
}: {
  dataDir: string
  publicEndpoint: string | null
  publicHosts: string[]
  logger: Logger
}): Promise<EmbeddedStore> {
  const directory = join(dataDir, 'object-store')
  const credentials = await ensureCredentials(directory)
  const region = 'us-east-1'
  const store = await openObjectStore({
    directory,
    ...credentials,
    region,
    pathPrefix: '/s3',
    hosts: publicHosts,
    onError: (err) => logger.error({ err }, 'object store'),
  })
  const server = createServer((request, response) => void store.handle(request, response))
  server.requestTimeout = 0
  server.keepAliveTimeout = 65_000
  const port = await listen(server, { host: '127.0.0.1', port: 0 })
  return {
    store,
    config: {
      ...credentials,
      endpoint: `http://127.0.0.1:${port}/s3`,
      publicEndpoint,
      region,
      bucket: 'segue',
      forcePathStyle: true,
    },
    async [Symbol.asyncDispose]() {
      await closeServer(server)
      await store.close()
    },
  }
}
