import { lookAgain, moving, nudgeFor } from './standstill.ts'

const lookEveryMs = 1000

export interface Watched {
  /** Anything that grows while it plays or loads; null while it is not to play. */
  progress(): number | null
  /** Starts what is there once more. */
  again(): void
  /** Asks for a fresh link. */
  renew(): void
}

/**
 * Helps music on that stands still without an error: browsers wait for a line that died without a word
 * for as long as it takes, and an audio graph may come out of a sleep suspended.
 */
export function watchOver({ progress, again, renew }: Watched): void {
  let still = moving
  setInterval(() => {
    still = lookAgain(still, progress())
    const nudge = nudgeFor(still, navigator.onLine)
    if (nudge === 'again') again()
    if (nudge === 'renew') renew()
  }, lookEveryMs)
  globalThis.addEventListener('online', () => {
    if (still.looks > 0) renew()
  })
}
