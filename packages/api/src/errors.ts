/**
 * Why a call was refused: a stable word that programs switch on. `trpc/errors.ts` maps each to a
 * tRPC code, exhaustively.
 */
export type Reason =
  | 'account_disabled'
  | 'cursor_invalid'
  | 'database_unavailable'
  | 'duplicate_track'
  | 'email_taken'
  | 'forbidden'
  | 'input_invalid'
  | 'internal_error'
  | 'invalid_credentials'
  | 'last_admin'
  | 'not_an_image'
  | 'not_audio'
  | 'not_found'
  | 'origin_refused'
  | 'rate_limited'
  | 'refresh_reused'
  | 'refresh_spent'
  | 'registration_closed'
  | 'session_expired'
  | 'signed_out'
  | 'store_unavailable'
  | 'type_not_allowed'
  | 'upload_incomplete'
  | 'upload_mismatch'
  | 'upload_quota_exceeded'

export interface ErrorDetails {
  /** The track that has these bytes already; with `duplicate_track`. */
  duplicateOf?: string
  /** Input field -> what is wrong with it. */
  fields?: Record<string, string>
  /** Seconds; with `rate_limited`. */
  retryAfter?: number
}

/** A refusal with its reason; what code below the router throws. */
export class DomainError extends Error {
  readonly reason: Reason
  readonly details: ErrorDetails

  constructor(reason: Reason, options: ErrorDetails & { message?: string; cause?: unknown } = {}) {
    const { message, cause, ...details } = options
    super(message ?? reason, { cause })
    this.name = 'DomainError'
    this.reason = reason
    this.details = details
  }
}

/** Throws a `DomainError` of that reason unless the condition holds. */
export function ensure(condition: unknown, reason: Reason): asserts condition {
  if (!condition) throw new DomainError(reason)
}
