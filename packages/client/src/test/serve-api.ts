import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import {
  type ApiConfig,
  appRouter,
  createContext,
  createOrm,
  createServices,
  ensureFirstAdmin,
  type Services,
} from '@segue/api'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { pino } from 'pino'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server whose database `template_segue` has the newest schema. */
    postgresUrl: string
    /** An S3-compatible store with a bucket. */
    store: Omit<ApiConfig['store'], 'publicEndpoint' | 'forcePathStyle'>
  }
}

export const admin = { email: 'admin@example.com', password: 'correct horse battery staple' }

/** The API behind a port of its own. */
export interface TestServer extends AsyncDisposable {
  url: string
  services: Services
  /** The procedures of all requests so far; those of one batch are joined by commas. */
  requests: string[]
  /** Answers a request before the API would; null leaves it to the API. */
  intercept: (path: string) => { status: number; body: unknown } | null
}

/** Serves the API, with one admin, on a database of its own. */
export async function serveApi(config: Pick<ApiConfig, 'limits'> = {}): Promise<TestServer> {
  const database = await cloneDatabase()
  const store = inject('store')
  const services = await createServices({
    databaseUrl: database.url,
    store: { ...store, publicEndpoint: store.endpoint, forcePathStyle: true },
    secretKey: 'a secret of the tests, 32 bytes or more',
    isHttps: false,
    registration: 'open',
    logger: pino({ level: 'silent' }),
    ...config,
  })
  await ensureFirstAdmin(services, admin)
  const http = createServer((request, response) => void answer(server, request, response))
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const { port } = http.address() as AddressInfo
  const server: TestServer = {
    url: `http://127.0.0.1:${port}`,
    services,
    requests: [],
    intercept: () => null,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      await new Promise((closed) => http.close(closed))
      await services[Symbol.asyncDispose]()
      await database.drop()
    },
  }
  return server
}

async function answer(server: TestServer, req: IncomingMessage, res: ServerResponse) {
  const path = new URL(req.url ?? '', server.url).pathname.replace('/trpc/', '')
  server.requests.push(path)
  const intercepted = server.intercept(path)
  if (intercepted) {
    res.writeHead(intercepted.status, { 'content-type': 'application/json' })
    res.end(JSON.stringify(intercepted.body))
    return
  }
  const { authorization } = req.headers
  await nodeHTTPRequestHandler({
    req,
    res,
    path,
    router: appRouter,
    createContext: async () =>
      createContext(server.services, {
        requestId: randomUUID(),
        origin: server.url,
        address: '127.0.0.1',
        authorization,
        setCookie: () => {},
      }),
  })
}

async function cloneDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await executeOnServer(`create database ${name} template template_segue`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return { url: url.href, drop: () => executeOnServer(`drop database ${name} with (force)`) }
}

async function executeOnServer(statement: string): Promise<void> {
  const orm = await createOrm({ url: inject('postgresUrl'), poolSize: 1 })
  await orm.em.execute(statement)
  await orm.close()
}
