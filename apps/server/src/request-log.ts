import type { IncomingMessage, ServerResponse } from 'node:http'

import { serializeError } from '@segue/api'
import type { TRPCError } from '@trpc/server'
import { type Logger, pino } from 'pino'

import type { Metrics } from './metrics.ts'

/**
 * JSON lines on the standard output. Never logged: queries, which carry signatures, bodies, and the
 * addresses of shared pages, which let in whoever knows them.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: serializeError },
  })
}

/** A call that was refused; a request may bring many calls. */
export interface RefusedCall {
  path: string | undefined
  code: TRPCError['code']
  reason: string | undefined
}

/**
 * Writes a line when the answer is out: failures of ours as errors, refusals, and else for debugging.
 * @param refusedCalls read then; the line tells them all
 */
export function logRequest({
  request,
  response,
  requestId,
  path,
  logger,
  refusedCalls,
}: {
  request: IncomingMessage
  response: ServerResponse
  requestId: string
  path: string
  logger: Logger
  refusedCalls: readonly RefusedCall[]
}): void {
  const began = performance.now()
  response.once('close', () => {
    const { statusCode: status, writableFinished: isWhole } = response
    const durationMs = Math.round(performance.now() - began)
    const shown = { method: request.method, path: shownPath(path) }
    const calls = refusedCalls.length > 0 ? refusedCalls : undefined
    const line = { requestId, ...shown, status, durationMs, isWhole, calls }
    // That a limit is reached is told once, as a security event: a flood must not flood the log.
    const isRefused = calls
      ? calls.some(({ reason }) => reason !== 'rate_limited')
      : status >= 400 && status !== 429 && !isRoutine(path)
    if (status >= 500 && status !== 503) logger.error(line, 'request failed')
    else if (isRefused) logger.info(line, 'request refused')
    else logger.debug(line, 'request')
  })
}

/** Keeps which procedure refused a call, and why; a page of somebody else is a security event. */
export function noteRefusals(
  refusedCalls: RefusedCall[],
  {
    logger,
    requestId,
    address,
    metrics,
  }: { logger: Logger; requestId: string; address: string; metrics: Metrics },
): (error: TRPCError, path?: string) => void {
  return ({ code, cause }, path) => {
    const reason = (cause as { reason?: string } | undefined)?.reason
    refusedCalls.push({ path, code, reason })
    if (reason !== 'origin_refused') return
    metrics.observer.onSecurityEvent(reason)
    logger.info({ security: reason, path, address, requestId }, 'security event')
  }
}

/** A path as the log may tell it. */
export function shownPath(path: string): string {
  return path.replace(/^\/p\/.*/, '/p/*')
}

/** Programs ask for what is not there, or not yet: no news. */
function isRoutine(path: string): boolean {
  return path.startsWith('/s3/') || path === '/readyz'
}
