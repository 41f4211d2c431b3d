import type { AppRouter } from '@segue/api'
import { isTRPCClientError, type TRPCClientError } from '@trpc/client'

/**
 * What every call rejects with. `data` is what the server said: `code`, `reason` (a stable word to
 * switch on), `fields`, `retryAfter` (s), `duplicateOf`, `requestId`. Without `data` no answer of
 * Segue came at all: see `cause`.
 */
export type SegueError = TRPCClientError<AppRouter>

export function isSegueError(error: unknown): error is SegueError {
  return isTRPCClientError<AppRouter>(error)
}

/** The server's reason for a refusal; undefined for anything else that went wrong. */
export function reasonOf(error: unknown): string | undefined {
  return isSegueError(error) ? error.data?.reason : undefined
}
