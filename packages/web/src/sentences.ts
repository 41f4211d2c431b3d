import { TRPCClientError } from '@trpc/client'
import type { Reason } from '@segue/api'
import { spokenDuration } from '@segue/ui'
import { errorData } from './refusal.ts'

/** How an app says what went wrong. */
export interface Sentences {
  /** What each reason for a refusal means to those the app is for. */
  reasons: Record<Reason, string>
  /** Nobody answered. */
  unreachable: string
  unknown: string
  tooMany(wait: string): string
}

/** Says any error in an app's own sentences, never in the words of the error. */
export function sentencesOf(sentences: Sentences): (error: unknown) => string {
  return (error) => {
    const data = errorData(error)
    if (data === null)
      return error instanceof TRPCClientError ? sentences.unreachable : sentences.unknown
    if (data.reason === 'rate_limited' && data.retryAfter !== undefined) {
      return sentences.tooMany(spokenDuration(data.retryAfter))
    }
    return Object.hasOwn(sentences.reasons, data.reason)
      ? sentences.reasons[data.reason as Reason]
      : sentences.unknown
  }
}
