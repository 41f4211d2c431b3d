import { type RawBuilder, sql } from 'kysely'

/** The columns of a `TrackRow`; their tables come from `joinTrackDetails`. */
export const trackColumns = sql`
  t.id, t.title, t.artist_id as "artistId", a.name as "artistName",
  t.album_id as "albumId", al.title as "albumTitle",
  t.genre, t.year, t.track_number as "trackNumber", t.disc_number as "discNumber",
  t.duration_ms as "durationMs", coalesce(t.cover_id, al.cover_id) as "coverId",
  f.track_id is not null as "favorite", t.play_count as "playCount",
  t.removed_at as "removedAt", t.created_at as "createdAt"`

/**
 * Joins to a row `t` of tracks what a `TrackRow` tells besides, for that user.
 * @param userId null: who is signed out and has no favourites
 */
export function joinTrackDetails(userId: string | null): RawBuilder<unknown> {
  return sql`
    join artists a on a.id = t.artist_id
    left join albums al on al.id = t.album_id
    left join favorites f on f.track_id = t.id and f.user_id = ${userId}::uuid`
}

/** Tracks in whose title, artist or album that pattern occurs, removed ones too, as a set of ids. */
export function tracksLike(pattern: string): RawBuilder<unknown> {
  return sql`(select id from tracks where search_text like ${pattern})`
}
