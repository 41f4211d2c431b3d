import type { AppRouter, RouterOutputs } from '@segue/api'
import { isUnreachable } from '@segue/web'
import type { Operation, TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { noticeConnection } from '../connection.ts'
import { lastListener, rememberListener } from './last-listener.ts'

/** Lets what is kept in this browser answer where nobody else does. */
export function answerKept(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        const subscription = next(op).subscribe({
          next(value) {
            noticeConnection(true)
            if ('data' in value.result) noticeAnswer(op, value.result.data)
            observer.next(value)
          },
          complete: () => observer.complete(),
          async error(error) {
            if (!isUnreachable(error)) return observer.error(error)
            if (op.signal?.aborted !== true) noticeConnection(false)
            const data = await keptAnswer(op)
            if (data === undefined) return observer.error(error)
            observer.next({ result: { type: 'data', data } })
            observer.complete()
          },
        })
        return () => subscription.unsubscribe()
      })
}

function noticeAnswer({ path }: Operation, data: unknown): void {
  if (path !== 'auth.session') return
  rememberListener((data as RouterOutputs['auth']['session']).user)
}

/** undefined: nothing is kept that would answer it. */
async function keptAnswer({ path }: Operation): Promise<unknown> {
  const user = lastListener()
  if (!user) return undefined
  return path === 'auth.session' ? { user } : undefined
}
