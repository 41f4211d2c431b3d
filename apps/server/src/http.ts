import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { checkReady, findCover, type Services } from '@segue/api'
import type { ObjectStore } from '@segue/object-store'
import type { Logger } from 'pino'

import { clientAddress, isForwarded } from './client-address.ts'
import { cutSlowBody, isTooLong, limitConnections } from './connection-limits.ts'
import type { Metrics } from './metrics.ts'
import { mayReadMetrics } from './metrics-access.ts'
import { callersOrigin, type OriginRules } from './origins.ts'
import { logRequest, noteRefusals, type RefusedCall, shownPath } from './request-log.ts'
import { securityTxt } from './security-txt.ts'
import { answerSharedPage } from './shared-page.ts'
import { answerPlain, sendAppFile } from './static-files.ts'
import { answerApiCall } from './trpc-http.ts'

/** What the start has made so far; requests find out. */
export interface Backend {
  /** The embedded store; null: not open yet, or an external one is in use. */
  store: ObjectStore | null
  services: Services | null
  /** Everything is up, the demo library too. */
  isReady: boolean
}

export interface HttpOptions {
  origins: OriginRules
  proxyHops: number
  headers: Headers
  logger: Logger
  backend: Backend
  metrics: Metrics
  /** null: metrics are for this machine alone. */
  metricsToken: string | null
  /** Where flaws are reported; null: not set. */
  securityContact: string | null
  /** Folders of the built web apps. */
  apps: { player: string; admin: string }
}

/** What one request is answered with. */
interface Exchange extends HttpOptions {
  request: IncomingMessage
  response: ServerResponse
  requestId: string
  /** The path, without the query and never decoded. */
  path: string
  /** The calls in it that were refused, as far as it is answered. */
  refusedCalls: RefusedCall[]
}

type Route = (exchange: Exchange) => void | Promise<void>

/** The server of everything: the apps, the API, covers and the embedded store. */
export function createHttpServer(options: HttpOptions): Server {
  const warnOfProxy = once(() =>
    options.logger.warn(
      'X-Forwarded-* headers arrive, and TRUST_PROXY is off: they are not believed',
    ),
  )
  const server = createServer((request, response) => {
    if (options.proxyHops === 0 && isForwarded(request)) warnOfProxy()
    const requestId = randomUUID()
    const path = pathOf(request)
    void answer({ ...options, request, response, requestId, path, refusedCalls: [] })
  })
  limitConnections(server, options.headers)
  return server
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, requestId, path, headers, logger, metrics } = exchange
  logRequest(exchange)
  response.setHeader('x-request-id', requestId)
  const [, prefix = ''] = path.split('/')
  if (prefix !== 's3') {
    response.setHeaders(headers)
    cutSlowBody(request, response)
  }
  const route = routes.get(prefix) ?? answerPlayer
  const name = routes.has(prefix) ? prefix : 'player'
  response.once('close', () => metrics.onAnswer(name, response.statusCode))
  try {
    if (isTooLong(request)) answerPlain(response, 414, 'address too long')
    else await route(exchange)
  } catch (err) {
    const shown = { method: request.method, path: shownPath(path) }
    logger.error({ err, requestId, ...shown }, 'request failed')
    answerPlain(response, 500)
  }
}

const routes = new Map<string, Route>(
  Object.entries({
    trpc: answerCall,
    s3: ({ request, response, backend: { store, isReady } }) =>
      store ? store.handle(request, response) : answerPlain(response, isReady ? 404 : 503),
    covers: reading(answerCover),
    p: reading(({ request, response, path, origins, backend, apps, requestId, proxyHops }) =>
      answerSharedPage(request, response, {
        slug: path.slice('/p/'.length),
        services: backend.services,
        info: {
          requestId,
          origin: callersOrigin(origins, request.headers.host),
          address: clientAddress(request, proxyHops),
        },
        folder: apps.player,
      }),
    ),
    '.well-known': reading(answerWellKnown),
    healthz: reading(({ response }) => answerPlain(response, 200, 'ok')),
    readyz: reading(answerReadiness),
    metrics: reading(answerMetrics),
    admin: reading(({ request, response, path, apps }) => {
      if (path !== '/admin')
        return sendAppFile(request, response, {
          folder: apps.admin,
          path: path.slice('/admin'.length),
        })
      response.setHeader('location', '/admin/')
      return answerPlain(response, 308, 'moved')
    }),
  } satisfies Record<string, Route>),
)

function answerCall({ request, response, path, requestId, origins, ...rest }: Exchange) {
  const { backend, proxyHops, logger, metrics, refusedCalls } = rest
  const address = clientAddress(request, proxyHops)
  const origin = callersOrigin(origins, request.headers.host)
  return answerApiCall(request, response, {
    path: path.slice('/trpc/'.length),
    services: backend.services,
    origins,
    info: { requestId, origin, address },
    onRefusal: noteRefusals(refusedCalls, { logger, requestId, address, metrics }),
  })
}

const answerPlayer = reading(({ request, response, path, apps }) =>
  sendAppFile(request, response, { folder: apps.player, path }),
)

/** Refuses every method but GET and HEAD. */
function reading(route: Route): Route {
  return (exchange) => {
    const { request, response } = exchange
    if (request.method === 'GET' || request.method === 'HEAD') return route(exchange)
    response.setHeader('allow', 'GET, HEAD')
    return answerPlain(response, 405, 'method not allowed')
  }
}

function answerWellKnown({ request, response, path, origins, securityContact: contact }: Exchange) {
  if (path !== '/.well-known/security.txt') return answerPlain(response, 404)
  const origin = callersOrigin(origins, request.headers.host)
  return answerPlain(response, 200, securityTxt({ contact, origin, now: new Date() }))
}

/** To whoever may not read them there are no metrics. */
async function answerMetrics({ request, response, path, metrics, metricsToken }: Exchange) {
  const { registry } = metrics
  if (path !== '/metrics' || !mayReadMetrics(request, metricsToken))
    return answerPlain(response, 404)
  const text = await registry.metrics()
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-type', registry.contentType)
  response.end(text)
}

async function answerReadiness({ response, backend: { services, isReady } }: Exchange) {
  const { database, store } = services
    ? await checkReady(services)
    : { database: false, store: false }
  if (!database || !store) {
    const missing = [...(database ? [] : ['database']), ...(store ? [] : ['store'])]
    return answerPlain(response, 503, `not ready: ${missing.join(', ')}`)
  }
  return isReady ? answerPlain(response, 200, 'ready') : answerPlain(response, 503, 'starting')
}

/** Sends the browser to where the image lies, for a minute less than the link lives. */
async function answerCover({ request, response, path, origins, backend }: Exchange) {
  if (!backend.services) return answerPlain(response, 503, 'not ready')
  const origin = callersOrigin(origins, request.headers.host)
  const link = await findCover(backend.services.storage, path, origin)
  if (!link) return answerPlain(response, 404)
  const seconds = Math.floor((link.expiresAt.getTime() - Date.now()) / 1000) - 60
  response.setHeader('cache-control', `private, max-age=${Math.max(0, seconds)}`)
  response.setHeader('location', link.url)
  response.statusCode = 302
  response.end()
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const path = url.split('?', 1)[0] ?? '/'
  return path.startsWith('/') ? path : `/${path}`
}

function once(action: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) action()
    isDone = true
  }
}
