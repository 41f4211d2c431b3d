import type { TRPCLink } from '@trpc/client'
import type { AppRouter } from '@segue/api'
import { tap } from '@trpc/server/observable'
import { tellTabs } from './tab-room.ts'

/** Of these other tabs hear by other ways, or need not. */
const untold = /^(queue\.|stream\.(prepare|renew|report))/

/** Tells the other tabs of this browser what was changed on the server from here. */
export function tellOtherTabs(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      next(op).pipe(
        tap({
          next({ result }) {
            const isChange = op.type === 'mutation' && result.type === 'data'
            if (isChange && !untold.test(op.path)) tellTabs({ kind: 'changed', path: op.path })
          },
        }),
      )
}
