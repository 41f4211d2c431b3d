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

/** How much is let through; 0, or none given: any number. */
export interface Limits {
  /** Failed sign-ins to an account from an address, in 15 minutes. */
  signInPerAccount: number
  /** Failed sign-ins from an address, in 15 minutes. */
  signInPerAddress: number
  /** Registrations from an address, an hour. */
  registerPerAddress: number
  /** Exchanges of refresh tokens from an address, in 15 minutes. */
  refreshPerAddress: number
  /** Calls of a listener, a minute. */
  callsPerUser: number
  /** Calls of an admin, a minute. */
  callsPerAdmin: number
  /** Calls from an address by whoever is signed out, a minute. */
  callsPerAddress: number
}

/** Is told what happens, to count it. */
export interface Observer {
  /** A procedure was called. @param outcome `ok`, or the reason of the refusal */
  onCall(call: { procedure: string; outcome: string; seconds: number }): void
  /** @param limit which one, where it was reached */
  onSecurityEvent(event: string, limit?: string): void
}

/** What `createServices` needs to know; the server reads it from the environment. */
export interface ApiConfig {
  databaseUrl: string
  databasePoolSize?: number
  /** How long one statement of a call may take; 30 s unless told. */
  databaseQueryMs?: number
  store: StoreConfig
  /** Signs access tokens; at least 32 bytes. */
  secretKey: string
  /** Whether browsers see this server by https. */
  isHttps: boolean
  registration: 'open' | 'closed'
  limits?: Partial<Limits>
  logger: Logger
  observer?: Observer
  /** Where uploads lie while they are checked; room for two of the largest. The system's, unless given. */
  spoolFolder?: string
  /** Another class for database connections; for tests that count statements. */
  databaseClientClass?: ClientClass
}
