import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

import { ensure } from '../../errors.ts'
import { after, cursorSchema, type OrderColumn, orderBy, positionOf } from '../../trpc/keyset.ts'
import { listMark, type Page, readCursor, toPage } from '../../trpc/page.ts'
import { joinTrackDetails, trackColumns } from '../tracks/track.sql.ts'
import {
  type DeletedPlaylistDto,
  type PlaylistDto,
  type PlaylistRow,
  toDeletedPlaylistDto,
  toPlaylistDto,
} from './playlist.dto.ts'
import { keptMs, maxRemovedPlaylists } from './playlist.policy.ts'
import { isVisibleTo, joinPlaylistDetails, playlistColumns } from './playlist.sql.ts'
import {
  type PlaylistEntryDto,
  type PlaylistEntryRow,
  toPlaylistEntryDto,
} from './playlist-entry.dto.ts'
import type { ContainedTracksInput, PlaylistTracksInput } from './playlists.schema.ts'

/** One playlist. Errors: not_found when there is none on which the condition holds. */
export async function findPlaylist(
  em: SqlEntityManager,
  condition: RawBuilder<unknown>,
): Promise<PlaylistDto> {
  const { rows } = await sql<PlaylistRow>`
    select ${playlistColumns} from playlists p ${joinPlaylistDetails}
    where ${condition}`.execute(em.getKysely())
  const [row] = rows
  ensure(row, 'not_found')
  return toPlaylistDto(row)
}

/** Which playlists are listed, in which order. */
export interface PlaylistQuery {
  mark: string
  columns: OrderColumn[]
  /** On playlists `p` and their owners `o`. */
  conditions: RawBuilder<unknown>[]
  cursor?: string | undefined
  limit: number
}

/** One page of playlists in a single statement; what is summed up is so for that page alone. */
export async function listPlaylists(
  em: SqlEntityManager,
  { mark, columns, conditions, cursor, limit }: PlaylistQuery,
): Promise<Page<PlaylistDto>> {
  const position = readCursor(cursor, mark, cursorSchema(columns))
  const all = [...conditions, ...(position ? [after(columns, position)] : [])]
  const { rows } = await sql<PlaylistRow & { position: (string | number)[] }>`
    select ${playlistColumns}, ${positionOf(columns)} as position
    from (
      select p.* from playlists p join users o on o.id = p.owner_id
      where ${sql.join([sql`p.removed_at is null`, ...all], sql` and `)}
      order by ${orderBy(columns)}
      limit ${limit + 1}
    ) p ${joinPlaylistDetails}
    order by ${orderBy(columns)}`.execute(em.getKysely())
  return toPage(rows, limit, mark, { positionOf: (row) => row.position, toItem: toPlaylistDto })
}

/** What an owner has removed and may have back, the last removed first. */
export async function listDeletedPlaylists(
  em: SqlEntityManager,
  ownerId: string,
): Promise<DeletedPlaylistDto[]> {
  const { rows } = await sql<PlaylistRow & { removedAt: string }>`
    select ${playlistColumns}, p.removed_at as "removedAt"
    from playlists p ${joinPlaylistDetails}
    where p.owner_id = ${ownerId}::uuid and p.removed_at is not null
    order by p.removed_at desc, p.id desc
    limit ${maxRemovedPlaylists}`.execute(em.getKysely())
  return rows.map((row) => toDeletedPlaylistDto(row, keptMs))
}

/** Of the last entry: the numbering its position is of, the position, its id. */
const entryCursorSchema = z.tuple([z.int32().min(0), z.string().regex(/^-?\d{1,18}$/), z.uuid()])

/**
 * One page of the entries of a playlist, in order, as of one moment. The next page begins where the
 * last entry lay, also when it has moved or gone since; where all positions are new, where it is now.
 * @param userId who looks; null: who is signed out
 */
export async function listEntries(
  em: SqlEntityManager,
  userId: string | null,
  { id, cursor, limit, after: begin }: PlaylistTracksInput,
): Promise<Page<PlaylistEntryDto>> {
  const mark = listMark('playlists.tracks', { id })
  const position = readCursor(cursor, mark, entryCursorSchema)
  const start = position ? startAfter(position) : begin === undefined ? null : startBehind(begin)
  const { rows } = await sql<PlaylistEntryRow | { entryId: null }>`
    select e.*, p.numbering from playlists p join users o on o.id = p.owner_id
    left join lateral (
      select ${trackColumns}, e.id as "entryId", e.created_at as "addedAt", e.position::text
      from playlist_tracks e join tracks t on t.id = e.track_id ${joinTrackDetails(userId)}
      where e.playlist_id = p.id and e.removed_at is null
        ${start ? sql`and e.position > ${start}` : sql``}
      order by e.position
      limit ${limit + 1}
    ) e on true
    where p.id = ${id}::uuid and ${isVisibleTo(userId)}
    order by e.position::bigint`.execute(em.getKysely())
  ensure(rows.length > 0, 'not_found')
  const entries = rows.filter((row): row is PlaylistEntryRow => row.entryId !== null)
  return toPage(entries, limit, mark, {
    positionOf: (row) => [row.numbering, row.position, row.entryId],
    toItem: toPlaylistEntryDto,
  })
}

/** Which of these tracks are in a playlist of that owner's. Errors: not_found. */
export async function findContained(
  em: SqlEntityManager,
  ownerId: string,
  { id, trackIds }: ContainedTracksInput,
): Promise<{ trackIds: string[] }> {
  const { rows } = await sql<{ trackIds: string[] }>`
    select array(
      select distinct e.track_id from playlist_tracks e
      where e.playlist_id = p.id and e.removed_at is null
        and e.track_id = any(${trackIds}::uuid[])
    ) as "trackIds"
    from playlists p
    where p.id = ${id}::uuid and p.owner_id = ${ownerId}::uuid and p.removed_at is null`.execute(
    em.getKysely(),
  )
  ensure(rows[0], 'not_found')
  return rows[0]
}

/** The position in playlist `p` that a cursor stands for. */
function startAfter([numbering, position, entryId]: z.output<typeof entryCursorSchema>) {
  return sql`case when p.numbering = ${numbering}::integer then ${position}::bigint
    else coalesce((
      select position from playlist_tracks
      where playlist_id = p.id and id = ${entryId}::uuid
    ), ${position}::bigint) end`
}

/** The position in playlist `p` of the first entry of a track; before all of them without one. */
function startBehind(trackId: string) {
  return sql`coalesce((
    select min(position) from playlist_tracks
    where playlist_id = p.id and track_id = ${trackId}::uuid and removed_at is null
  ), ${'-9223372036854775808'}::bigint)`
}
