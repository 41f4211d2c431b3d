import type { TRPCLink } from '@trpc/client'
import type { AppRouter } from '@segue/api'
import { tap } from '@trpc/server/observable'
import { errorData } from './refusal.ts'

const listeners = new Set<() => void>()

/** Calls back when the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  listeners.add(listener)
}

/**
 * Whether this refusal means that nobody is signed in any more. A wrong password or a spent link is
 * refused as UNAUTHORIZED too, and ends nothing.
 */
export function endsSession(error: unknown): boolean {
  const data = errorData(error)
  return data?.code === 'UNAUTHORIZED' && data.reason !== 'invalid_credentials'
}

/** Watches every answer for a session that ended. */
export function noticeSignOut(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      next(op).pipe(
        tap({
          error(error) {
            if (endsSession(error)) for (const listener of listeners) listener()
          },
        }),
      )
}
