import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'

import type { ApiConfig } from './config.ts'
import { type AccessTokens, createAccessTokens } from './credentials/access-tokens.ts'
import { type AppLucia, createLucia } from './credentials/lucia.ts'
import { createRateLimits, type RateLimits } from './credentials/rate-limits.ts'
import { createOrm } from './db/orm.ts'
import { serializeError } from './db/serialize-error.ts'
import { type AudioInspector, createAudioInspector } from './media/inspect-audio.ts'
import { ObjectStorage } from './storage/object-storage.ts'

/** What lives as long as the process, shared by every request. */
export interface Services extends AsyncDisposable {
  config: ApiConfig
  orm: MikroORM
  storage: ObjectStorage
  inspector: AudioInspector
  lucia: AppLucia
  accessTokens: AccessTokens
  limits: RateLimits
  logger: Logger
}

/** A database that takes longer over one statement of a call is away. */
const queryMs = 30_000

/** Puts the services together; connects to nothing yet. Dispose them to close every connection. */
export async function createServices(config: ApiConfig): Promise<Services> {
  const orm = await createOrm({
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    queryMs: config.databaseQueryMs ?? queryMs,
    clientClass: config.databaseClientClass,
  })
  const storage = new ObjectStorage(config.store)
  const inspector = createAudioInspector(
    config.spoolFolder ? { spoolFolder: config.spoolFolder } : {},
  )
  const logger = config.logger.child({}, { serializers: { err: serializeError } })
  const limits = createRateLimits(orm, { limits: config.limits, logger })
  return {
    config,
    orm,
    storage,
    inspector,
    lucia: createLucia(orm, { isHttps: config.isHttps }),
    accessTokens: createAccessTokens(config.secretKey),
    limits,
    logger,
    async [Symbol.asyncDispose]() {
      limits.calls[Symbol.dispose]()
      await inspector.close()
      storage.close()
      await orm.close()
    },
  }
}

/** How many connections to the database there are, and how many calls wait for one. */
export async function databasePool({
  orm,
}: Services): Promise<{ open: number; idle: number; waiting: number }> {
  const pool = await orm.em.getConnection().getNativeClient()
  return { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }
}

/** Who asks whether the server is ready will not wait for much longer. */
const readyMs = 2_500

/** Which of the two that everything stands on answer, within 2.5 s. */
export async function checkReady({
  orm,
  storage,
}: Services): Promise<{ database: boolean; store: boolean }> {
  const [database, store] = await Promise.all([
    isFulfilledSoon(orm.em.fork().execute('select 1')),
    isFulfilledSoon(storage.check()),
  ])
  return { database, store }
}

function isFulfilledSoon(check: Promise<unknown>): Promise<boolean> {
  const { promise: isLate, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, readyMs, false)
  const isFulfilled = check.then(
    () => true,
    () => false,
  )
  return Promise.race([isFulfilled, isLate]).finally(() => clearTimeout(timer))
}
