import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { createOrm, createServices, migrate, type Services, type StoreConfig } from '@segue/api'

import { checkDatabase } from './check-database.ts'
import { type Config, rootFolder } from './config.ts'
import { importDemo } from './demo-import.ts'
import { lockFolder } from './embedded/folder-lock.ts'
import { keepPostgres } from './embedded/keep-postgres.ts'
import { prepareFirstAdmin } from './first-admin.ts'
import { type Backend, createHttpServer } from './http.ts'
import { closeServer, listen } from './listen.ts'
import { createMetrics } from './metrics.ts'
import { type OriginRules, ownOrigins } from './origins.ts'
import { createLogger } from './request-log.ts'
import { ensureSecretKey, prepareDataDir } from './secrets.ts'
import { securityHeaders } from './security-headers.ts'
import { StartError } from './start-error.ts'
import { startStore } from './start-store.ts'
import type { StartOptions, Starting } from './starting.ts'
import { startSweeps } from './sweeps.ts'
import { keepToolsSignIn, watchToolsSignIn } from './tools-sign-in.ts'

export interface RunningServer {
  /** Where browsers reach it. */
  url: string
  port: number
  /** The generated password of a new first admin that nobody has been given yet. */
  adminPassword: string | null
  /** Answers the requests in flight, then ends everything, PostgreSQL last. */
  stop(): Promise<void>
}

/**
 * Starts everything, in the order of what needs what. The port is taken first and answers
 * `/readyz` with 503 until all is up.
 * @throws StartError, after what was started has ended again
 */
export async function start(options: StartOptions): Promise<RunningServer> {
  const { config } = options
  const logger = createLogger(config.logLevel)
  const origins: OriginRules = { ...config }
  const backend: Backend = { store: null, services: null, isReady: false }
  const metrics = createMetrics()
  const server = createHttpServer({ ...httpOptions(config), origins, logger, backend, metrics })
  origins.port = await listen(server, config)
  const parts = new AsyncDisposableStack()
  const stop = async () => {
    await closeServer(server)
    await parts.disposeAsync()
  }
  try {
    const local = localUrl(config.host, origins.port)
    const started = await startParts({
      ...options,
      logger,
      origins,
      backend,
      metrics,
      local,
      parts,
    })
    return { url: ownOrigins(origins)[0] ?? local, port: origins.port, ...started, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function httpOptions(config: Config) {
  const { publicUrl, proxyHops, metricsToken, securityContact } = config
  const { store, storePublicEndpoint } = config
  const storeUrl = storePublicEndpoint ? new URL(storePublicEndpoint) : null
  if (storeUrl && store && !store.forcePathStyle)
    storeUrl.hostname = `${store.bucket}.${storeUrl.hostname}`
  return {
    proxyHops,
    metricsToken,
    securityContact,
    headers: securityHeaders({ publicUrl, storeOrigin: storeUrl && storeUrl.origin }),
    apps: {
      player: join(rootFolder, 'apps/player/dist'),
      admin: join(rootFolder, 'apps/admin/dist'),
    },
  }
}

function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function startParts(starting: Starting) {
  const { config, signal, backend, parts } = starting
  await prepareDataDir(config.dataDir)
  if (!config.databaseUrl || !config.store) {
    const lock = lockFolder(config.dataDir)
    parts.defer(() => lock.release())
  }
  const database = await startDatabase(starting)
  signal.throwIfAborted()
  const store = await startStore(starting)
  signal.throwIfAborted()
  const services = await startServices(starting, database.url, store)
  signal.throwIfAborted()
  const adminPassword = await fillIn(starting, services)
  backend.isReady = true
  return { adminPassword }
}

async function startDatabase({ config, say, parts, logger }: Starting) {
  if (config.databaseUrl) {
    await checkDatabase(config.databaseUrl)
    return { url: config.databaseUrl }
  }
  const directory = join(config.dataDir, 'postgres')
  const postgres = await keepPostgres({ directory, onProgress: say, logger })
  parts.defer(() => postgres.stop())
  return postgres
}

async function startServices(
  { config, logger, metrics, parts, say }: Starting,
  databaseUrl: string,
  store: StoreConfig,
): Promise<Services> {
  const services = parts.use(
    await createServices({
      databaseUrl,
      store,
      secretKey: config.secretKey ?? (await ensureSecretKey(config.dataDir)),
      isHttps: config.publicUrl?.startsWith('https:') ?? false,
      registration: config.registration,
      limits: config.limits,
      spoolFolder: await makeSpool(config.dataDir),
      logger,
      observer: metrics.observer,
    }),
  )
  metrics.watchDatabase(services)
  const migrations = await migrateDatabase(databaseUrl)
  if (migrations.length > 0) say(`Migrated the database (${migrations.length})`)
  parts.use(startSweeps(services))
  return services
}

/** Uploads are read through files here: they can be larger than the system's temporary folder. */
async function makeSpool(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'spool')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** By connections of its own, which may take as long as a change of the schema takes. */
async function migrateDatabase(url: string): Promise<string[]> {
  const orm = await createOrm({ url, poolSize: 3 })
  try {
    return await migrate(orm)
  } catch (cause) {
    const { message } = cause as Error
    throw new StartError(
      `the database cannot be migrated (${message.split('\n')[0]}): see that its user may create tables and the extensions pg_trgm and unaccent`,
      { cause },
    )
  } finally {
    await orm.close()
  }
}

/** The API answers as soon as there is an admin: before, anybody could register that address. */
async function fillIn(starting: Starting, services: Services) {
  const { config, local, say, signal, logger, backend, parts } = starting
  const { dataDir, admin } = config
  const adminPassword = await prepareFirstAdmin(services, { dataDir, ...admin })
  backend.services = services
  await keepToolsSignIn(services, dataDir, local)
  parts.use(watchToolsSignIn(services, dataDir, local))
  if (!config.hasDemo) return adminPassword
  try {
    await importDemo(services, { dataDir, url: local, say, signal })
  } catch (err) {
    signal.throwIfAborted()
    logger.warn({ err }, 'the demo library is not complete; the next start goes on with it')
  }
  return adminPassword
}
