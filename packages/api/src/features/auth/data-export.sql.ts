import { type RawBuilder, sql } from 'kysely'

import type { DataExportDto, ExportedTrack } from './data-export.dto.ts'

/** A select without an order, and by which of its columns, unique and ascending, it is read. */
export interface Listing<Row> {
  select: RawBuilder<Row>
  key: string & keyof Row
}

type Item<List extends keyof DataExportDto> = DataExportDto[List] extends (infer Row)[]
  ? Row
  : never

/** An instant as JSON has it: ISO 8601, UTC. */
function iso(column: string): RawBuilder<string> {
  return sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

const track = sql`t.id as "trackId", t.title, a.name as artist`
const joinTrack = (of: string) =>
  sql`join tracks t on t.id = ${sql.ref(of)} join artists a on a.id = t.artist_id`

/** A user's favourites. */
export function exportedFavorites(userId: string): Listing<Item<'favorites'>> {
  return {
    key: 'trackId',
    select: sql`
      select ${track}, ${iso('f.created_at')} as "favoritedAt"
      from favorites f ${joinTrack('f.track_id')} where f.user_id = ${userId}::uuid`,
  }
}

/** A user's plays. */
export function exportedPlays(userId: string): Listing<Item<'history'>> {
  return {
    key: 'playId',
    select: sql`
      select ${track}, p.id as "playId", ${iso('p.played_at')} as "playedAt",
        p.position_ms as "positionMs", p.listened_ms as "listenedMs", p.completed,
        case when p.source_kind is not null
          then json_build_object('kind', p.source_kind, 'id', p.source_id) end as source
      from plays p ${joinTrack('p.track_id')} where p.user_id = ${userId}::uuid`,
  }
}

/** A user's playlists, entries left out. */
export function exportedPlaylists(userId: string): Listing<Omit<Item<'playlists'>, 'entries'>> {
  return {
    key: 'id',
    select: sql`
      select l.id, l.name, l.description, l.is_public as "isPublic", l.slug,
        ${iso('l.created_at')} as "createdAt", ${iso('l.updated_at')} as "updatedAt",
        ${iso('l.removed_at')} as "removedAt"
      from playlists l where l.owner_id = ${userId}::uuid`,
  }
}

/** The entries of a playlist, in its order. */
export function exportedEntries(
  playlistId: string,
): Listing<Item<'playlists'>['entries'][number] & { position: string }> {
  return {
    key: 'position',
    select: sql`
      select ${track}, e.id as "entryId", ${iso('e.created_at')} as "addedAt",
        ${iso('e.removed_at')} as "removedAt", e.position
      from playlist_tracks e ${joinTrack('e.track_id')}
      where e.playlist_id = ${playlistId}::uuid`,
  }
}

/** What a user has sent to the store lately, or asked for a link for. */
export function exportedUploads(userId: string): Listing<Item<'uploads'>> {
  return {
    key: 'id',
    select: sql`
      select u.id, u.kind, u.state, u.filename, u.content_type as "contentType",
        u.size_bytes::float8 as "sizeBytes", u.sha256, ${iso('u.created_at')} as "createdAt",
        ${iso('u.expires_at')} as "expiresAt"
      from uploads u where u.user_id = ${userId}::uuid`,
  }
}

/** The tracks of a user's queue, in its order. */
export function exportedQueueTracks(userId: string): Listing<ExportedTrack & { place: number }> {
  return {
    key: 'place',
    select: sql`
      select ${track}, q.place::integer
      from queues, unnest(track_ids) with ordinality q (id, place) ${joinTrack('q.id')}
      where user_id = ${userId}::uuid`,
  }
}
