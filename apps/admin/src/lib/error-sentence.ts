import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@segue/api'
import { spokenDuration } from '@segue/ui'
import { messages, reasonSentences } from './messages.ts'

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

/** An error as a sentence for people. */
export function errorSentence(error: unknown): string {
  const data = errorData(error)
  if (data === null)
    return error instanceof TRPCClientError ? messages.unreachable : messages.unknown
  if (data.reason === 'rate_limited' && data.retryAfter !== undefined) {
    return messages.tooMany(spokenDuration(data.retryAfter))
  }
  return Object.hasOwn(reasonSentences, data.reason)
    ? reasonSentences[data.reason as keyof typeof reasonSentences]
    : messages.unknown
}
