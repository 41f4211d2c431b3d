import type { Track } from '../../lib/track.ts'
import { arrivedEngine, beginOnceThere, readyOnceThere } from './late-engine.ts'
import { standAt, usePlayer } from './player-store.ts'
import { currentEntry, following, toPrevious, type Queue } from './queue.ts'
import { storedMute, storedVolume } from './volume.ts'

const restartAfterSeconds = 3

const store = usePlayer
store.setState({ volume: storedVolume(), isMuted: storedMute() })

/** Plays the current entry of this queue, in place of what was queued before. */
export function playQueue(queue: Queue<Track>): void {
  const engine = arrivedEngine()
  if (engine) {
    engine.forgive()
    return engine.go(queue)
  }
  standAt(queue, 0, true)
  void beginOnceThere()
}

/** Goes on where it was paused. */
export async function resume(): Promise<void> {
  const engine = arrivedEngine()
  if (engine) return engine.resume()
  const { queue, positionSeconds } = store.getState()
  standAt(queue, positionSeconds, true)
  await beginOnceThere()
}

/** Silence, until `resume`. */
export function pause(): void {
  const engine = arrivedEngine()
  if (engine) engine.pause()
  else store.setState({ isPlaying: false, isWaiting: false })
}

/** Goes to another second of the track. */
export function seek(seconds: number): void {
  const engine = arrivedEngine()
  if (engine) engine.seek(seconds)
  else store.setState({ positionSeconds: seconds })
}

/** Stops the music, with this in the queue from now on, at that second of the current entry. */
export function halt(queue: Queue<Track>, positionSeconds = 0): void {
  const engine = arrivedEngine()
  if (engine) engine.halt(queue, positionSeconds)
  else standAt(queue, positionSeconds)
}

/** Lets go of what plays without a report: whose it was is not signed in any more. */
export function disown(): void {
  arrivedEngine()?.disown()
}

/**
 * Somebody may play this soon: what it takes is got ready, without a trace in the history.
 * @param isPressed they are about to: there is no waiting whether they stay
 */
export function makeReady(trackId: string, isPressed = false): void {
  const engine = arrivedEngine()
  if (engine) engine.makeReady(trackId, isPressed)
  else readyOnceThere(trackId, isPressed)
}

/** Play or pause, whichever it is not. */
export function toggle(): void {
  const { isPlaying, queue } = store.getState()
  if (isPlaying) pause()
  else if (currentEntry(queue)) void resume()
}

/** The track that follows; also where one track is repeated, since it was asked for. */
export function next(): void {
  const { queue, repeat } = store.getState()
  const wanted = following(queue, repeat === 'one' ? 'all' : repeat)
  if (wanted) playQueue(wanted)
}

/** The track before, or the start of this one once some seconds of it were heard. */
export function previous(): void {
  const { queue, positionSeconds } = store.getState()
  const preceding = toPrevious(queue)
  if (preceding && positionSeconds <= restartAfterSeconds) playQueue(preceding)
  else seek(0)
}
