import type { AppRouter } from '@segue/api'
import type { Operation, TRPCLink } from '@trpc/client'

import { asyncLink } from './async-link.ts'
import { isSegueError } from './segue-error.ts'

/** A call waits for a rate limit at most so many times before it is given up. */
const maxWaits = 5
/** Pauses before a query is asked again of a server that is briefly unavailable. */
const backoffMs = [500, 1_000, 2_000]

/** What a wait is for. */
export interface Wait {
  /** The procedure, e.g. `tracks.create`. */
  path: string
  seconds: number
}

/**
 * Waits as long as a rate limit asks for and goes on; asks a query, never a mutation, again when
 * the server is unavailable.
 */
export function patienceLink(onWait: (wait: Wait) => void = () => {}): TRPCLink<AppRouter> {
  return asyncLink(async (op, send) => {
    for (let waits = 0, failures = 0; ;) {
      try {
        return await send(op)
      } catch (error) {
        const { code, retryAfter } = (isSegueError(error) && error.data) || {}
        if (code === 'TOO_MANY_REQUESTS' && retryAfter !== undefined && waits++ < maxWaits) {
          onWait({ path: op.path, seconds: retryAfter })
          await pause(retryAfter * 1000, op)
          continue
        }
        const backoff = isRetriable(op, code) ? backoffMs[failures++] : undefined
        if (backoff === undefined) throw error
        await pause(backoff, op)
      }
    }
  })
}

function isRetriable(op: Operation, code: string | undefined): boolean {
  return op.type === 'query' && code === 'SERVICE_UNAVAILABLE'
}

function pause(ms: number, { signal }: Operation): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end)
      resolve()
    }, ms)
    if (signal?.aborted) end()
    else signal?.addEventListener('abort', end, { once: true })
  })
}
