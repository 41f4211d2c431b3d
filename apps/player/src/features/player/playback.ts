import type { Track } from '../../lib/track.ts'
import { forgive, go, pause, resume, seek } from './current-play.ts'
import { usePlayer } from './player-store.ts'
import { currentEntry, following, toPrevious, type Queue } from './queue.ts'

export { disown, halt, makeReady, pause, resume, seek } from './current-play.ts'

const restartAfterSeconds = 3

const store = usePlayer

/** Plays the current entry of this queue, in place of what was queued before. */
export function playQueue(queue: Queue<Track>): void {
  forgive()
  go(queue)
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
