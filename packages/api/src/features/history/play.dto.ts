import { type ListenerDto, type ListenerRow, toListenerDto } from '../auth/listener.dto.ts'
import { toTrackDto, type TrackDto, type TrackRow } from '../tracks/track.dto.ts'
import type { PlaySource } from './play.entity.ts'

/** One line of a listener's history. */
export interface PlayDto {
  playId: string
  track: TrackDto
  playedAt: string
  listenedMs: number
  completed: boolean
}

/** Where a play was begun from. */
export interface PlaySourceDto {
  kind: PlaySource
  id: string | null
  /** What it is called now; null where it has no name, is gone, or is not for the caller to see. */
  name: string | null
}

/** A line of the caller's own history. */
export interface OwnPlayDto extends PlayDto {
  source: PlaySourceDto | null
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

export interface OwnPlayRow extends PlayRow {
  sourceKind: PlaySource | null
  sourceId: string | null
  sourceName: string | null
}

export function toOwnPlayDto(row: OwnPlayRow): OwnPlayDto {
  const { sourceKind: kind, sourceId: id, sourceName: name } = row
  return { ...toPlayDto(row), source: kind && { kind, id, name } }
}

/** A line of somebody's history as admins see it; `track.favorite` is the admin's own mark. */
export interface AdminPlayDto extends PlayDto {
  user: ListenerDto
}

export function toAdminPlayDto(row: PlayRow & ListenerRow): AdminPlayDto {
  return { user: toListenerDto(row), ...toPlayDto(row) }
}
