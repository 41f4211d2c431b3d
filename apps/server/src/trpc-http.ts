import type { IncomingMessage, ServerResponse } from 'node:http'

import {
  appRouter,
  createContext,
  DomainError,
  nameRequest,
  type RequestInfo,
  type Services,
} from '@segue/api'
import { getTRPCErrorFromUnknown, TRPCError } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { getErrorShape } from '@trpc/server/unstable-core-do-not-import'

import { allowCrossOrigin, answerPreflight } from './cors.ts'
import { isAllowed, mayPost, type OriginRules } from './origins.ts'
import { readBody } from './request-body.ts'

const maxBodyBytes = 1_048_576
const maxBatchSize = 20
/** A call may take so long without a byte on the line: the longest copies 5 GiB in the store. */
const longestCallMs = 20 * 60_000

export interface ApiCall {
  /** The procedures' names, as in the path. */
  path: string
  services: Services | null
  origins: OriginRules
  info: Omit<RequestInfo, 'setCookie' | 'authorization' | 'cookie' | 'userAgent'>
  /** Is told of every refusal, with its code. */
  onRefusal(error: TRPCError, path?: string): void
}

/**
 * Answers a call of the API. What a browser must not send, or is too large, is refused in the API's
 * own words before a procedure can see it.
 */
export async function answerApiCall(
  request: IncomingMessage,
  response: ServerResponse,
  call: ApiCall,
): Promise<void> {
  response.setHeader('cache-control', 'no-store')
  const { origin } = request.headers
  if (origin !== undefined && isAllowed(call.origins, origin)) allowCrossOrigin(response, origin)
  if (request.method === 'OPTIONS') return answerPreflight(response)
  try {
    checkRequest(request, call)
    const body = request.method === 'POST' ? await readBody(request, maxBodyBytes) : undefined
    await resolve(Object.assign(request, { body }), response, { ...call, services: ready(call) })
  } catch (error) {
    refuse(response, getTRPCErrorFromUnknown(error), call)
  }
}

function checkRequest({ method, headers }: IncomingMessage, { path, origins }: ApiCall): void {
  if (method !== 'GET' && method !== 'POST') throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED' })
  if (countCalls(path) > maxBatchSize) throw new TRPCError({ code: 'BAD_REQUEST' })
  if (method === 'GET') return
  if (!mayPost(origins, headers))
    throw new TRPCError({ code: 'FORBIDDEN', cause: new DomainError('origin_refused') })
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new TRPCError({ code: 'UNSUPPORTED_MEDIA_TYPE' })
}

/** How many procedures a path names; Infinity when it cannot be decoded. */
function countCalls(path: string): number {
  try {
    return decodeURIComponent(path).split(',').length
  } catch {
    return Infinity
  }
}

function ready({ services }: ApiCall): Services {
  if (services) return services
  const cause = new DomainError('database_unavailable')
  throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause })
}

async function resolve(
  request: IncomingMessage,
  response: ServerResponse,
  { path, services, info, onRefusal }: ApiCall & { services: Services },
): Promise<void> {
  response.setTimeout(longestCallMs)
  // A streamed answer sends its head before a procedure could set a cookie.
  delete request.headers['trpc-accept']
  request.headers.accept = 'application/json'
  const { authorization, cookie, 'user-agent': userAgent } = request.headers
  await nodeHTTPRequestHandler({
    req: request,
    res: response,
    path,
    router: appRouter,
    maxBatchSize,
    createContext: async () =>
      createContext(services, {
        ...info,
        authorization,
        cookie,
        userAgent,
        setCookie: (value) => void response.appendHeader('set-cookie', value),
      }),
    onError: ({ error, path }) => {
      nameRequest(error, info.requestId)
      onRefusal(error, path)
    },
    responseMeta: ({ errors, info, type }) => ({
      headers: retryAfter(errors),
      ...(info?.isBatchCall && type === 'query' && isAnswered(errors) && { status: 207 }),
    }),
  })
}

function refuse(response: ServerResponse, error: TRPCError, { info, path, onRefusal }: ApiCall) {
  nameRequest(error, info.requestId)
  onRefusal(error, path)
  const shape = getErrorShape({
    // oxlint-disable-next-line no-underscore-dangle -- where tRPC keeps a router's configuration
    config: appRouter._def._config,
    error,
    type: 'unknown',
    path,
    input: undefined,
    ctx: undefined,
  })
  const { data } = shape
  if (response.headersSent) return response.destroy()
  response.statusCode = data.httpStatus
  cutLongBody(response.req)
  response.setHeader('content-type', 'application/json')
  return response.end(JSON.stringify({ error: shape }))
}

/**
 * Something in a batch of questions is not there, or cannot be: nothing has failed, and what came of
 * each stands in the answer.
 */
function isAnswered(errors: TRPCError[]): boolean {
  const isNothing = ({ code }: TRPCError) => code === 'NOT_FOUND' || code === 'BAD_REQUEST'
  return errors.length > 0 && errors.every(isNothing)
}

/** When to come back, in seconds (RFC 9110, 10.2.3): for a batch, when all of it may be asked again. */
function retryAfter(errors: TRPCError[]): Record<string, string> {
  const seconds = errors.map(({ cause }) =>
    cause instanceof DomainError ? (cause.details.retryAfter ?? 0) : 0,
  )
  const longest = Math.max(0, ...seconds)
  return longest > 0 ? { 'retry-after': String(longest) } : {}
}

/** Lets the rest of a refused body run out, so that the client reads the answer; but not for ever. */
function cutLongBody(request: IncomingMessage): void {
  if (request.complete) return
  const cut = setTimeout(() => request.destroy(), 5_000)
  request.once('close', () => clearTimeout(cut)).resume()
}
