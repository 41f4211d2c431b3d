import { setTimeout } from 'node:timers/promises'

import { isSegueError } from '@segue/client'

/** Pauses between tries: together longer than a server takes to start again. */
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000, 16_000]

/**
 * Makes a call until the server, or its store, is there again.
 * @param attempt told how often it was tried before
 * @throws the last error when it stays away, and at once what asking again cannot change
 */
export async function persist<T>(
  attempt: (earlier: number) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  for (let earlier = 0; ; earlier++) {
    try {
      return await attempt(earlier)
    } catch (error) {
      const pause = pausesMs[earlier]
      if (!isOutage(error) || pause === undefined) throw error
      await setTimeout(pause, undefined, { signal })
    }
  }
}

/** Nothing of the file or the account is at fault: nobody answered, or said to come back later. */
export function isOutage(error: unknown): boolean {
  if (error instanceof StoreOutage) return true
  return isSegueError(error) && (!error.data || error.data.code === 'SERVICE_UNAVAILABLE')
}

/** The object store cannot be reached, or fails on its side. */
export class StoreOutage extends Error {
  override readonly name = 'StoreOutage'
}
