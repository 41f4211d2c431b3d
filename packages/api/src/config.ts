import type { Logger } from 'pino'

import type { ClientClass } from './db/orm.ts'

export interface StoreConfig {
  /** Where this process reaches the store. */
  endpoint: string
  /** Where browsers reach it; null: `/s3` on the origin the caller used. */
  publicEndpoint: string | null
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  forcePathStyle: boolean
}

/** What `createServices` needs to know; the server reads it from the environment. */
export interface ApiConfig {
  databaseUrl: string
  databasePoolSize?: number
  store: StoreConfig
  /** Signs access tokens; at least 32 bytes. */
  secretKey: string
  /** Whether browsers see this server by https. */
  isHttps: boolean
  registration: 'open' | 'closed'
  logger: Logger
  /** Where uploads lie while they are checked; room for two of the largest. The system's, unless given. */
  spoolFolder?: string
  /** Another class for database connections; for tests that count statements. */
  databaseClientClass?: ClientClass
}
