import { listen, notListened, type Listening } from './listening.ts'
import type { Loudness } from './loudness.ts'

/** One time that a track is listened to: one row in the history. */
export interface Play {
  /** Null while it is heard already, over a link that was at hand, and the server was not told yet. */
  readonly id: string | null
  /** When its link runs out, in milliseconds since 1970. */
  readonly expiresAt: number
  /** Null where nobody knows. */
  readonly loudness: Loudness | null
  readonly listening: Listening
  /** How much of that the server was told. */
  readonly reportedMs: number
  /** How much had been heard when the link was renewed last; null for the first link. */
  readonly renewedAtMs: number | null
}

const provenAfterMs = 1000

/** What a play is heard over. */
export interface PlayLink {
  expiresAt: string
  loudness: Loudness | null
}

/** The play that a start opened. */
export function newPlay(link: PlayLink & { playId: string }): Play {
  return openedPlay(unopenedPlay(link), link)
}

/** A play that is heard over a link at hand before its start is in the history. */
export function unopenedPlay({ expiresAt, loudness }: PlayLink): Play {
  return {
    id: null,
    expiresAt: Date.parse(expiresAt),
    loudness,
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
export function heardPlay(play: Play, position: number, at: number, speed = 1): Play {
  return { ...play, listening: listen(play.listening, position, at, speed) }
}

/** Enough was heard to know that the file plays. */
export function isProven(play: Play): boolean {
  return play.listening.listenedMs >= provenAfterMs
}

/** The link was renewed and has not shown yet that it works. */
export function isLinkUnproven(play: Play): boolean {
  return play.renewedAtMs !== null && play.listening.listenedMs - play.renewedAtMs < provenAfterMs
}
