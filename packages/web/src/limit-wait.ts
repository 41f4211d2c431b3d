import type { TRPCLink } from '@trpc/client'
import type { AppRouter } from '@segue/api'
import { observable } from '@trpc/server/observable'
import { errorData } from './refusal.ts'

const longestWaitSeconds = 60
const signIns = /^auth\.(login|register|changePassword|resetPassword)$/
/** A call waits for a rate limit at most so many times before it is given up. */
const maxWaits = 5

/**
 * How long a refused call should wait before it is made again, in seconds, or null for never. A
 * sign-in is not repeated behind the person's back: the form says how long to wait.
 */
export function limitWait(path: string, error: unknown): number | null {
  const data = errorData(error)
  if (data?.reason !== 'rate_limited' || data.retryAfter === undefined) return null
  if (signIns.test(path) || data.retryAfter > longestWaitSeconds) return null
  return data.retryAfter
}

/** Makes a call again once the time is over that a rate limit asked for. */
export function waitForLimits(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let waits = 0
        let timer: ReturnType<typeof setTimeout> | undefined
        let subscription = { unsubscribe() {} }
        const attempt = () => {
          subscription = next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error(error) {
              const seconds = waits++ < maxWaits ? limitWait(op.path, error) : null
              if (seconds === null) observer.error(error)
              else timer = setTimeout(attempt, seconds * 1000)
            },
          })
        }
        attempt()
        return () => {
          clearTimeout(timer)
          subscription.unsubscribe()
        }
      })
}
