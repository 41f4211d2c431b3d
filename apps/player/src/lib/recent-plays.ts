import type { RouterOutputs } from '@segue/api'
import type { Track } from './track.ts'

type Play = RouterOutputs['history']['list']['items'][number]

/** What was played lately: an album or a playlist where a play was begun from one, else a track. */
export interface RecentPlay {
  kind: 'album' | 'playlist' | 'track'
  id: string
  name: string
  /** The track heard last of it. */
  track: Track
}

/**
 * What was played lately, each once, the latest first. Tracks of an album or a playlist stand for it.
 * @param plays the latest first
 */
export function recentPlays(plays: readonly Play[], count: number): RecentPlay[] {
  const found = new Map<string, RecentPlay>()
  for (const play of plays) {
    if (!play.track.available) continue
    const recent = recentPlay(play)
    if (!found.has(recent.id)) found.set(recent.id, recent)
    if (found.size === count) break
  }
  return [...found.values()]
}

function recentPlay({ track, source }: Play): RecentPlay {
  if (source?.id && source.name !== null && (source.kind === 'album' || source.kind === 'playlist'))
    return { kind: source.kind, id: source.id, name: source.name, track }
  return { kind: 'track', id: track.id, name: track.title, track }
}
