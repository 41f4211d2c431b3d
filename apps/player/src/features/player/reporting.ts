import { api } from '../../lib/trpc.ts'
import { patiently } from './patience.ts'
import { heardPlay, type Play } from './play.ts'
import { usePlaybackSettings } from './settings.ts'

const reportEveryMs = 15_000

/**
 * The play after another look at where the audio stands. Now and then the server is told.
 * @param positionSeconds seconds into the track
 */
export function heardAndReported(play: Play, positionSeconds: number): Play {
  const { speed } = usePlaybackSettings.getState()
  const heard = heardPlay(play, positionSeconds, performance.now(), speed)
  const isDue = heard.listening.listenedMs - heard.reportedMs >= reportEveryMs
  return isDue ? reported(heard, positionSeconds) : heard
}

/**
 * Tells the server how much was heard. It may come late, so it is sent again until it arrives.
 * @returns the play as the server is about to know it
 */
export function reported(play: Play, positionSeconds: number, hasEnded = false): Play {
  const { listenedMs } = play.listening
  if (play.id === null || (listenedMs === play.reportedMs && !hasEnded)) return play
  const input = {
    playId: play.id,
    positionMs: Math.round(positionSeconds * 1000),
    listenedMs: Math.round(listenedMs),
    ended: hasEnded,
  }
  patiently(() => api.stream.report.mutate(input)).catch(() => {
    // Nobody listens to this; the next report carries the same figures and more.
  })
  return { ...play, reportedMs: listenedMs }
}

/** Does this when the page is hidden or closed: nobody knows whether it comes back. */
export function whenLeft(act: () => void): void {
  globalThis.addEventListener('pagehide', act)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') act()
  })
}
