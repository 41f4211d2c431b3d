/** Why the audio element gave up: nothing came over the link, or what came is no audio it knows. */
export type Failure = 'link' | 'decode'

/** What to do: ask for a fresh link, leave this track for the next one, or stop the music. */
export type Recovery = 'renew' | 'skip' | 'stop'

/** So many tracks in a row may fail before the music stops. */
const brokenLimit = 3

/**
 * What follows from a failure.
 * @param isFreshLink the link that failed was renewed already and not a second was heard from it
 * @param brokenBefore how many tracks right before this one could not be played
 */
export function recoveryFrom(
  failure: Failure,
  isFreshLink: boolean,
  brokenBefore: number,
): Recovery {
  if (failure === 'link' && !isFreshLink) return 'renew'
  return brokenBefore + 1 >= brokenLimit ? 'stop' : 'skip'
}
