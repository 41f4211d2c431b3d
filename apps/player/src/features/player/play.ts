import type { RouterOutputs } from '@segue/api'
import { listen, notListened, type Listening } from './listening.ts'

/** One time that a track is listened to: one row in the history. */
export interface Play {
  /** Null while it is heard already, over a link that was at hand, and the server was not told yet. */
  readonly id: string | null
  /** When its link runs out, in milliseconds since 1970. */
  readonly expiresAt: number
  readonly listening: Listening
  /** How much of that the server was told. */
  readonly reportedMs: number
  /** How much had been heard when the link was renewed last; null for the first link. */
  readonly renewedAtMs: number | null
}

const provenAfterMs = 1000

/** The play that a start opened. */
export function newPlay(
  link: Pick<RouterOutputs['stream']['start'], 'playId' | 'expiresAt'>,
): Play {
  return {
    id: link.playId,
    expiresAt: Date.parse(link.expiresAt),
    listening: notListened,
    reportedMs: 0,
    renewedAtMs: null,
  }
}

/** A play that is heard over a link at hand before its start is in the history. */
export function unopenedPlay(link: { expiresAt: string }): Play {
  return {
    id: null,
    expiresAt: Date.parse(link.expiresAt),
    listening: notListened,
    reportedMs: 0,
    renewedAtMs: null,
  }
}

/** The same play once it is in the history. */
export function openedPlay(play: Play, { playId }: { playId: string }): Play {
  return { ...play, id: playId }
}

/** The same play over another link. */
export function renewedPlay(play: Play, expiresAt: string): Play {
  const { listenedMs } = play.listening
  return { ...play, expiresAt: Date.parse(expiresAt), renewedAtMs: listenedMs }
}

/** The same play without a link that could be trusted. */
export function unlinkedPlay(play: Play): Play {
  return { ...play, expiresAt: 0 }
}

/** The play after another look at where the audio stands (see `listen`). */
export function heardPlay(play: Play, position: number, at: number): Play {
  return { ...play, listening: listen(play.listening, position, at) }
}

/** Enough was heard to know that the file plays. */
export function isProven(play: Play): boolean {
  return play.listening.listenedMs >= provenAfterMs
}

/** The link was renewed and has not shown yet that it works. */
export function isLinkUnproven(play: Play): boolean {
  return play.renewedAtMs !== null && play.listening.listenedMs - play.renewedAtMs < provenAfterMs
}
