import { randomUUID } from 'node:crypto'

import { pino } from 'pino'
import { inject, onTestFinished } from 'vitest'

import type { ApiConfig } from '../config.ts'
import { createOrm } from '../db/orm.ts'
import { createUser } from '../features/auth/create-user.ts'
import type { Role, User } from '../features/auth/user.entity.ts'
import { appRouter } from '../router.ts'
import { createServices, type Services } from '../services.ts'
import { createContext, type RequestInfo } from '../trpc/context.ts'
import { createCallerFactory } from '../trpc/trpc.ts'

export const testOrigin = 'http://localhost:4000'
export const testPassword = 'correct horse battery staple'

const callerOf = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof callerOf>

/** A caller, and what its requests carry; `cookie` follows the answers as a browser's does. */
export interface TestClient {
  api: Caller
  request: RequestInfo
  /** The Set-Cookie headers of all answers so far. */
  setCookies: string[]
}

export interface TestUser extends TestClient {
  user: User
}

export interface TestApp extends AsyncDisposable {
  services: Services
  /** Signed out. */
  client(request?: Partial<RequestInfo>): TestClient
  /** A new account, signed in as a browser. */
  signIn(role?: Role): Promise<TestUser>
}

/** The whole API on a database of its own, cloned from the migrated template. */
export async function testApp(config: Partial<ApiConfig> = {}): Promise<TestApp> {
  const database = await cloneDatabase()
  const services = await createServices({
    databaseUrl: database.url,
    databasePoolSize: 25,
    store: { ...inject('store'), publicEndpoint: inject('store').endpoint, forcePathStyle: true },
    secretKey: 'a secret of the tests, 32 bytes or more',
    isHttps: false,
    registration: 'open',
    logger: pino({ level: 'silent' }),
    ...config,
  })
  const client = (request: Partial<RequestInfo> = {}) => createClient(services, request)
  return {
    services,
    client,
    async signIn(role = 'listener') {
      const account = { email: `${randomUUID()}@example.com`, password: testPassword }
      const user = await createUser(services.orm.em.fork(), {
        ...account,
        nickname: 'Somebody',
        role,
      })
      const browser = client()
      await browser.api.auth.login(account)
      return Object.assign(browser, { user })
    },
    async [Symbol.asyncDispose]() {
      await services[Symbol.asyncDispose]()
      await database.drop()
    },
  }
}

/** `testApp` for one test: disposed when it ends. */
export async function testAppForTest(config: Partial<ApiConfig> = {}): Promise<TestApp> {
  const app = await testApp(config)
  onTestFinished(() => app[Symbol.asyncDispose]())
  return app
}

function createClient(services: Services, overrides: Partial<RequestInfo>): TestClient {
  const setCookies: string[] = []
  const request: RequestInfo = {
    requestId: randomUUID(),
    origin: testOrigin,
    address: '127.0.0.1',
    setCookie(value) {
      setCookies.push(value)
      request.cookie = value.split(';')[0]
    },
    ...overrides,
  }
  const api = callerOf(() => createContext(services, request))
  return { api, request, setCookies }
}

async function cloneDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await executeOnServer(`create database ${name} template template_segue`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => executeOnServer(`drop database ${name} with (force)`),
  }
}

async function executeOnServer(statement: string): Promise<void> {
  const orm = await createOrm({ url: inject('postgresUrl'), poolSize: 1 })
  await orm.em.execute(statement)
  await orm.close()
}
