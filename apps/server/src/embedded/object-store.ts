import { join } from 'node:path'

import type { StoreConfig } from '@segue/api'
import { ensureCredentials, type ObjectStore, openObjectStore } from '@segue/object-store'
import type { Logger } from 'pino'

export interface EmbeddedStore {
  store: ObjectStore
  /** How the API reaches it: through this server's own port. */
  config: StoreConfig
}

/**
 * Opens the embedded object store, whose requests arrive under `/s3`.
 * @param url this server as it reaches itself
 * @param publicEndpoint as browsers reach the store; null: `/s3` on the origin the caller used
 * @param publicHosts names that browsers may have signed links for, where a proxy rewrites Host
 */
export async function openEmbeddedStore({
  dataDir,
  url,
  publicEndpoint,
  publicHosts,
  logger,
}: {
  dataDir: string
  url: string
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
  const address = { endpoint: `${url}/s3`, publicEndpoint, region, bucket: 'segue' }
  return { store, config: { ...address, ...credentials, forcePathStyle: true } }
}
