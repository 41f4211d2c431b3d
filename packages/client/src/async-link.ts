import type { AppRouter } from '@segue/api'
import type { OperationResultEnvelope, Operation, TRPCClientError, TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'

import type { SegueError } from './segue-error.ts'

type Answer = OperationResultEnvelope<unknown, TRPCClientError<AppRouter>>

/** Passes a call on to the next link; may be used several times for one call. */
export type Send = (op: Operation) => Promise<Answer>

/** A link written as an async function, for calls that answer once. */
export function asyncLink(
  handle: (op: Operation, send: Send) => Promise<Answer>,
): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let current = { unsubscribe() {} }
        const send: Send = (op) =>
          new Promise((resolve, reject) => {
            current = next(op).subscribe({ next: resolve, error: reject })
          })
        const stop = new AbortController()
        const signal = op.signal ? AbortSignal.any([op.signal, stop.signal]) : stop.signal
        const run = async () => {
          try {
            observer.next(await handle({ ...op, signal }, send))
            observer.complete()
          } catch (error) {
            observer.error(error as SegueError)
          }
        }
        void run()
        return () => {
          stop.abort()
          current.unsubscribe()
        }
      })
}
