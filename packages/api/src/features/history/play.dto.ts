import { type ListenerDto, type ListenerRow, toListenerDto } from '../auth/listener.dto.ts'
import { toTrackDto, type TrackDto, type TrackRow } from '../tracks/track.dto.ts'

/** One line of a listener's history. */
export interface PlayDto {
  playId: string
  track: TrackDto
  playedAt: string
  listenedMs: number
  completed: boolean
}

export interface PlayRow extends TrackRow {
  playId: string
  playedAt: string
  listenedMs: number
  completed: boolean
}

/** A row as it leaves, with its track as the caller sees it; instants in ISO 8601 (UTC). */
export function toPlayDto(row: PlayRow): PlayDto {
  const { playId, playedAt, listenedMs, completed } = row
  return {
    playId,
    track: toTrackDto(row),
    playedAt: new Date(playedAt).toISOString(),
    listenedMs,
    completed,
  }
}

/** A line of somebody's history as admins see it; `track.favorite` is the admin's own mark. */
export interface AdminPlayDto extends PlayDto {
  user: ListenerDto
}

export function toAdminPlayDto(row: PlayRow & ListenerRow): AdminPlayDto {
  return { user: toListenerDto(row), ...toPlayDto(row) }
}
