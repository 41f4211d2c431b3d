import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { isForwarded } from './client-address.ts'

/**
 * Whether somebody may read the metrics: by a token from anywhere; where none is set only from this
 * machine, and not through a proxy that stands on it.
 * @param token METRICS_TOKEN; null: none is set
 */
export function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  if (token !== null) {
    const given = /^Bearer (.*)$/i.exec(request.headers.authorization ?? '')?.[1]
    return given !== undefined && isSame(given, token)
  }
  return !isForwarded(request) && isLoopback(request.socket.remoteAddress ?? '')
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/i.test(address)
}

/** Compares in a time that tells nothing of where the two differ. */
function isSame(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return first !== undefined && second !== undefined && timingSafeEqual(first, second)
}
