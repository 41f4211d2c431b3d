import { NotFoundError } from '@mikro-orm/core'
import { TRPCError } from '@trpc/server'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import { z, ZodError } from 'zod'

import { DomainError, type ErrorDetails, type Reason } from '../errors.ts'
import { findGoneReference } from '../db/find-gone-reference.ts'
import { isDatabaseAway } from '../db/is-database-away.ts'

const codes: Record<Reason, TRPC_ERROR_CODE_KEY> = {
  account_disabled: 'FORBIDDEN',
  cursor_invalid: 'BAD_REQUEST',
  database_unavailable: 'SERVICE_UNAVAILABLE',
  duplicate_track: 'CONFLICT',
  email_taken: 'CONFLICT',
  forbidden: 'FORBIDDEN',
  input_invalid: 'BAD_REQUEST',
  internal_error: 'INTERNAL_SERVER_ERROR',
  invalid_credentials: 'UNAUTHORIZED',
  last_admin: 'CONFLICT',
  not_an_image: 'UNPROCESSABLE_CONTENT',
  not_audio: 'UNPROCESSABLE_CONTENT',
  not_found: 'NOT_FOUND',
  origin_refused: 'FORBIDDEN',
  rate_limited: 'TOO_MANY_REQUESTS',
  refresh_reused: 'UNAUTHORIZED',
  refresh_spent: 'UNAUTHORIZED',
  registration_closed: 'FORBIDDEN',
  session_expired: 'UNAUTHORIZED',
  signed_out: 'UNAUTHORIZED',
  store_unavailable: 'SERVICE_UNAVAILABLE',
  type_not_allowed: 'BAD_REQUEST',
  upload_incomplete: 'PRECONDITION_FAILED',
  upload_mismatch: 'PRECONDITION_FAILED',
  upload_quota_exceeded: 'FORBIDDEN',
}

const reasonsOfCodes: Partial<Record<TRPC_ERROR_CODE_KEY, Reason>> = {
  BAD_REQUEST: 'input_invalid',
  FORBIDDEN: 'forbidden',
  INTERNAL_SERVER_ERROR: 'internal_error',
  NOT_FOUND: 'not_found',
  PARSE_ERROR: 'input_invalid',
  UNAUTHORIZED: 'signed_out',
}

/** A refusal as the wire knows it: the reason's tRPC code, with the refusal as its cause. */
export function toTrpcError(error: DomainError): TRPCError {
  return new TRPCError({ code: codes[error.reason], message: error.message, cause: error })
}

/** SQLSTATEs of a text that PostgreSQL can't hold, and of a time zone that this one doesn't know. */
const refusedValues = new Set<unknown>(['22P05', '22023'])

/**
 * Any error that left a procedure -> the refusal it stands for. What is not known is
 * `internal_error`: its text never leaves the server.
 */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (error instanceof NotFoundError) return new DomainError('not_found', { cause: error })
  if (isDatabaseAway(error)) return new DomainError('database_unavailable', { cause: error })
  if (error instanceof Error && 'code' in error && refusedValues.has(error.code))
    return new DomainError('input_invalid', { cause: error })
  const gone = findGoneReference(error)
  if (gone === 'user') return new DomainError('session_expired', { cause: error })
  if (gone) return new DomainError('not_found', { cause: error })
  return new DomainError('internal_error', { cause: error })
}

const requestIds = new WeakMap<TRPCError, string>()

/** Lets an error that came before there was a context say which request it answers. */
export function nameRequest(error: TRPCError, requestId: string): void {
  requestIds.set(error, requestId)
}

/** The id that `nameRequest` gave. */
export function requestIdOf(error: TRPCError): string | undefined {
  return requestIds.get(error)
}

/** What of an error a client may see besides its code. */
export function describeError(error: TRPCError): ErrorDetails & { reason: string } {
  const { cause } = error
  if (cause instanceof DomainError) return { reason: cause.reason, ...cause.details }
  if (cause instanceof ZodError) return { reason: 'input_invalid', fields: invalidFields(cause) }
  return { reason: reasonsOfCodes[error.code] ?? error.code.toLowerCase() }
}

function invalidFields(error: ZodError): Record<string, string> {
  const { formErrors, fieldErrors } = z.flattenError(error)
  const fields: Record<string, string> = {}
  if (formErrors[0]) fields[''] = formErrors[0]
  for (const [name, messages] of Object.entries<string[] | undefined>(fieldErrors))
    if (messages?.[0]) fields[name] = messages[0]
  return fields
}
