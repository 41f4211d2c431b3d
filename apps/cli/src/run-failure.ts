import { isSegueError, reasonOf } from '@segue/client'

import { StoreOutage } from './persist.ts'

/** What ends the whole run: one line for the person who started it. */
export class RunFailure extends Error {
  override readonly name: string = 'RunFailure'
}

/** Somebody asked for the end. */
export class Interruption extends RunFailure {
  override readonly name = 'Interruption'
}

const sentences: Record<string, string> = {
  account_disabled: 'this account is disabled',
  database_unavailable: 'the database of the server does not answer: try again later',
  forbidden: 'only admins may add music',
  invalid_credentials: 'the e-mail or the password is wrong',
  rate_limited: 'the server asks for a longer pause: try again later',
  refresh_reused: 'the sign-in has ended: sign in with --email',
  refresh_spent: 'the sign-in has ended: sign in with --email',
  session_expired: 'the sign-in has ended: sign in with --email',
  signed_out: 'the sign-in has ended: sign in with --email',
  store_unavailable: 'the store of the server does not answer: try again later',
}

/** Whatever ended a run -> the line to print; what nobody foresaw stays as it is. */
export function toRunFailure(cause: unknown, url: string): unknown {
  if (cause instanceof StoreOutage) return new RunFailure(cause.message, { cause })
  if (!isSegueError(cause)) return cause
  const reason = reasonOf(cause)
  if (reason !== undefined)
    return new RunFailure(`${url}: ${sentences[reason] ?? reason}`, { cause })
  return new RunFailure(`no Segue answers at ${url} (${rootMessage(cause)})`, { cause })
}

function rootMessage(error: Error): string {
  if (error.cause instanceof Error) return rootMessage(error.cause)
  return 'code' in error ? String(error.code) : error.message
}
