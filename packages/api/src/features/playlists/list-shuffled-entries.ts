import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import { ensure } from '../../errors.ts'
import { after, cursorSchema, type OrderColumn, orderBy, positionOf } from '../../trpc/keyset.ts'
import { listMark, type Page, type Position, readCursor, toPage } from '../../trpc/page.ts'
import { joinTrackDetails, trackColumns } from '../tracks/track.sql.ts'
import { isVisibleTo } from './playlist.sql.ts'
import {
  type PlaylistEntryDto,
  type PlaylistEntryRow,
  toPlaylistEntryDto,
} from './playlist-entry.dto.ts'
import type { PlaylistTracksInput } from './playlists.schema.ts'

/**
 * One page of the entries of a playlist in the order of a shuffle: each entry once, wherever it is
 * moved to meanwhile. Errors: not_found, cursor_invalid.
 * @param userId who looks; null: who is signed out
 */
export async function listShuffledEntries(
  em: SqlEntityManager,
  userId: string | null,
  { id, cursor, limit, seed }: PlaylistTracksInput & { seed: number },
): Promise<Page<PlaylistEntryDto>> {
  const mark = listMark('playlists.tracks', { id, seed })
  const columns: OrderColumn[] = [
    // Divided, so that 18 digits hold it.
    { expression: sql`uuid_hash_extended(e.id, ${seed}::bigint) / 16`, type: 'bigint' },
    { expression: sql`e.id`, type: 'uuid' },
  ]
  const position = readCursor(cursor, mark, cursorSchema(columns))
  const beyond = position ? sql`and ${after(columns, position)}` : sql``
  const { rows } = await sql<(PlaylistEntryRow & { place: Position }) | { entryId: null }>`
    select ${trackColumns}, e.id as "entryId", e.created_at as "addedAt", e.place
    from playlists p join users o on o.id = p.owner_id
    left join lateral (
      select e.*, ${positionOf(columns)} as place from playlist_tracks e
      where e.playlist_id = p.id and e.removed_at is null ${beyond}
      order by ${orderBy(columns)}
      limit ${limit + 1}
    ) e on true
    left join (tracks t ${joinTrackDetails(userId)}) on t.id = e.track_id
    where p.id = ${id}::uuid and ${isVisibleTo(userId)}
    order by ${orderBy(columns)}`.execute(em.getKysely())
  ensure(rows.length > 0, 'not_found')
  const entries = rows.filter((row) => row.entryId !== null)
  return toPage(entries, limit, mark, {
    positionOf: (row) => row.place,
    toItem: toPlaylistEntryDto,
  })
}
