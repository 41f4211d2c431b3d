import { isUnreachable } from '@segue/web'

const waits = [1, 2, 4, 8, 15, 30, 30, 30, 30]

/** The store does not answer where the browser looks for it, whatever the server says. */
export class StoreAway extends Error {}

/** Nobody answers, or nobody who could: worth another try. */
export function isAway(error: unknown): boolean {
  return error instanceof StoreAway || isUnreachable(error)
}

/**
 * Makes a call until somebody answers it, for some minutes. A refusal is an answer.
 * @param call what to do
 * @param isWanted asked before every further try; false gives up
 * @param onWait told once, when the first try found nobody
 */
export async function patiently<Answer>(
  call: () => Promise<Answer>,
  isWanted: () => boolean = () => true,
  onWait?: () => void,
): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    try {
      return await call()
    } catch (error) {
      const seconds = waits[tries]
      if (seconds === undefined || !isAway(error) || !isWanted()) throw error
      if (tries === 0) onWait?.()
      await untilOnline(seconds)
      if (!isWanted()) throw error
    }
  }
}

/** So many seconds, or less where the browser says that the network is back. */
export function untilOnline(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      globalThis.removeEventListener('online', finish)
      resolve()
    }
    const timer = setTimeout(finish, seconds * 1000)
    globalThis.addEventListener('online', finish)
  })
}
