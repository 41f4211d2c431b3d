/** How long music that is wanted has neither moved on nor loaded more, in looks a second apart. */
export interface Standstill {
  progress: number | null
  looks: number
}

/** What to do about it: start what is there once more, or ask for a fresh link. */
export type Nudge = 'again' | 'renew' | null

export const moving: Standstill = { progress: null, looks: 0 }

const againAfter = 4
const renewAfter = 8
/** A browser that knows that it is offline has nothing more to come. */
const offlineAfter = 2

/**
 * Takes another look. Looks are counted, not seconds: after a sleep the clock has jumped, and the
 * music gets the time to go on by itself.
 * @param progress anything that grows while it plays or loads; null while it is not to play
 */
export function lookAgain(before: Standstill, progress: number | null): Standstill {
  const isStill = progress !== null && progress === before.progress
  return { progress, looks: isStill ? before.looks + 1 : 0 }
}

/** What to do now. A slow line is given twice the time after each fresh link. */
export function nudgeFor({ looks }: Standstill, isOnline: boolean): Nudge {
  if (!isOnline && looks === offlineAfter) return 'renew'
  if (looks === againAfter) return 'again'
  const rounds = looks / renewAfter
  return Number.isInteger(Math.log2(rounds)) && rounds >= 1 ? 'renew' : null
}
