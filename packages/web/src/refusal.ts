import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@segue/api'

type ErrorData = NonNullable<TRPCClientError<AppRouter>['data']>

/** What the server said about a refused call, or null where it never answered. */
export function errorData(error: unknown): ErrorData | null {
  return error instanceof TRPCClientError ? ((error.data as ErrorData | undefined) ?? null) : null
}

/** Nobody answered, or nobody who could: worth another try. */
export function isUnreachable(error: unknown): boolean {
  const data = errorData(error)
  return data === null
    ? error instanceof TRPCClientError
    : data.reason === 'database_unavailable' || data.reason === 'store_unavailable'
}
