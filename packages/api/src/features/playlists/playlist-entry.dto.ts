import { toTrackDto, type TrackDto, type TrackRow } from '../tracks/track.dto.ts'

/** One entry of a playlist. */
export interface PlaylistEntryDto {
  entryId: string
  track: TrackDto
  addedAt: string
}

export interface PlaylistEntryRow extends TrackRow {
  entryId: string
  addedAt: string
  position: string
  /** How often the playlist's positions were given anew. */
  numbering: number
}

/** A row as it leaves, with its track as the caller sees it; instants in ISO 8601 (UTC). */
export function toPlaylistEntryDto(row: PlaylistEntryRow): PlaylistEntryDto {
  const { entryId, addedAt } = row
  return { entryId, track: toTrackDto(row), addedAt: new Date(addedAt).toISOString() }
}
