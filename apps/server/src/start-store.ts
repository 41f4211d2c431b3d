import { BucketProblem, prepareBucket, type StoreConfig } from '@segue/api'
import type { Logger } from 'pino'

import { openEmbeddedStore } from './embedded/object-store.ts'
import { ownOrigins } from './origins.ts'
import { StartError } from './start-error.ts'
import type { Starting } from './starting.ts'

/**
 * The object store: the one of the settings, or the embedded one, which answers from here on.
 * @throws StartError when it or its bucket cannot be used
 */
export async function startStore(starting: Starting): Promise<StoreConfig> {
  const { config, backend, parts, logger, origins } = starting
  const browsers = [...ownOrigins(origins), ...config.allowedOrigins]
  if (config.store) {
    const publicEndpoint = config.storePublicEndpoint ?? config.store.endpoint
    const store = { ...config.store, publicEndpoint }
    await openBucket(store, { canCreate: false, origins: browsers, logger })
    return store
  }
  const publicUrl = config.publicUrl && `${config.publicUrl}/s3`
  const publicEndpoint = config.storePublicEndpoint ?? publicUrl
  const embedded = await openEmbeddedStore({
    dataDir: config.dataDir,
    publicEndpoint,
    publicHosts: publicEndpoint ? [new URL(publicEndpoint).host] : [],
    logger,
  })
  backend.store = embedded.store
  parts.use(embedded)
  const store = { ...embedded.config, publicEndpoint: embedded.config.endpoint }
  await openBucket(store, { canCreate: true, origins: browsers, logger })
  return embedded.config
}

async function openBucket(
  store: StoreConfig & { publicEndpoint: string },
  { logger, ...options }: { canCreate: boolean; origins: string[]; logger: Logger },
): Promise<void> {
  try {
    const rule = await prepareBucket(store, options)
    if (rule)
      logger.warn(
        { rule },
        'browsers cannot use the bucket: apply this CORS rule to it, and see that S3_PUBLIC_ENDPOINT is reachable',
      )
  } catch (cause) {
    if (cause instanceof BucketProblem) throw new StartError(cause.message, { cause })
    throw cause
  }
}
