import { fileURLToPath } from 'node:url'

import { Migrator } from '@mikro-orm/migrations'
import { MikroORM, UnderscoreNamingStrategy } from '@mikro-orm/postgresql'

import { entities } from './entities.ts'

/** A subclass of the driver's `Client`. */
export type ClientClass = new (...args: never[]) => object

export interface DatabaseOptions {
  /** postgresql://user:password@host:port/database */
  url: string
  /** Connections at most; 10 unless told. */
  poolSize?: number
  /** How long an answer is waited for; for ever unless told. */
  queryMs?: number
  /** Another class for the driver's connections; for tests that count statements. */
  clientClass?: ClientClass
}

/** Connects lazily: the first query, or `orm.connect()`, opens a connection. */
export function createOrm({
  url,
  poolSize = 10,
  queryMs,
  clientClass,
}: DatabaseOptions): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    namingStrategy: UnderscoreNamingStrategy,
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: false,
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 60_000 },
    driverOptions: {
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      ...(queryMs ? { query_timeout: queryMs } : {}),
      ...(clientClass ? { Client: clientClass } : {}),
    },
    discovery: { warnWhenNoEntities: false },
    migrations: {
      path: fileURLToPath(new URL('./migrations', import.meta.url)),
      tableName: 'migrations',
      snapshot: true,
      snapshotName: 'snapshot',
      snapshotOnMigrate: false,
      silent: true,
    },
  })
}
