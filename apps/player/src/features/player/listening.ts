/** What was really heard of a play so far. */
export interface Listening {
  /** Milliseconds of audio that ran, however often the same second was heard; never more than went by. */
  listenedMs: number
  /** Where the audio stood at the last look, in seconds, and when that was, in milliseconds. */
  last: { position: number; at: number } | null
}

export const notListened: Listening = { listenedMs: 0, last: null }

/**
 * Takes another look at the audio. Only a move forward that fits the time gone by was heard: a jump
 * over half a minute was not.
 * @param position seconds into the track
 * @param at a clock that never goes back, in milliseconds
 * @param speed how fast the audio runs, 1 as recorded
 */
export function listen(listening: Listening, position: number, at: number, speed = 1): Listening {
  const { last, listenedMs } = listening
  const movedMs = last ? (position - last.position) * 1000 : 0
  const goneMs = last ? at - last.at : 0
  const wasHeard = movedMs > 0 && movedMs <= goneMs * speed * 1.25 + 250
  const heardMs = wasHeard ? Math.min(movedMs, movedMs / speed) : 0
  return { listenedMs: listenedMs + heardMs, last: { position, at } }
}
