import { type ListenerDto, type ListenerRow, toListenerDto } from '../auth/listener.dto.ts'
import { toTrackDto, type TrackDto, type TrackRow } from '../tracks/track.dto.ts'

/** A track that the caller marked, and when. */
export interface FavoriteDto {
  track: TrackDto
  favoritedAt: string
}

export interface FavoriteRow extends TrackRow {
  favoritedAt: string
}

/** A row as it leaves; instants in ISO 8601 (UTC). */
export function toFavoriteDto(row: FavoriteRow): FavoriteDto {
  return { track: toTrackDto(row), favoritedAt: new Date(row.favoritedAt).toISOString() }
}

/** Somebody's favourite as admins see it; `track.favorite` is the admin's own mark. */
export interface AdminFavoriteDto extends FavoriteDto {
  user: ListenerDto
}

export function toAdminFavoriteDto(row: FavoriteRow & ListenerRow): AdminFavoriteDto {
  return { user: toListenerDto(row), ...toFavoriteDto(row) }
}
