import type { TRPCLink } from '@trpc/client'
import type { AppRouter } from '@segue/api'
import { tap } from '@trpc/server/observable'
import { errorData } from './error-sentence.ts'

const listeners = new Set<() => void>()

/** Calls back when the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  listeners.add(listener)
}

/** Watches every answer for a session that ended; a wrong password is none. */
export function noticeSignOut(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      next(op).pipe(
        tap({
          error(error) {
            const isOver = errorData(error)?.code === 'UNAUTHORIZED'
            if (isOver && op.path !== 'auth.login') for (const listener of listeners) listener()
          },
        }),
      )
}
