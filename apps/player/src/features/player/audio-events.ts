import type { Failure } from './recovery.ts'

export interface AudioEvents {
  /** Sound comes out. */
  onPlaying(): void
  /** Nothing to play at the moment: more is on its way. */
  onWaiting(): void
  /** It was stopped from outside: another app took the sound, a headset was pulled. */
  onPaused(): void
  onTime(positionSeconds: number): void
  onDuration(seconds: number): void
  /** What was lined up is heard from now on. */
  onNext(): void
  /** All was heard and nothing was lined up. */
  onEnded(): void
  onFailure(failure: Failure): void
}

export type PlayAttempt = 'playing' | 'refused' | 'superseded'

/** Audio behind a link, and how loud it is to be heard, as a factor. */
export interface AudioSource {
  url: string
  gain: number
}
