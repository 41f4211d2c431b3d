import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'
import { v7 } from 'uuid'

import { ensure } from '../../errors.ts'
import { ensureMayOwnMore } from './change-playlist.ts'
import { isVisibleTo } from './playlist.sql.ts'
import type { DuplicatePlaylistInput } from './playlists.schema.ts'

/**
 * Writes a private copy, as of one moment, of a playlist that the caller may see. Entries keep when
 * they were added. Errors: not_found, input_invalid for one playlist too many.
 * @returns the id of the copy
 */
export function duplicatePlaylist(
  em: SqlEntityManager,
  ownerId: string,
  { id, name }: DuplicatePlaylistInput,
): Promise<string> {
  return em.transactional(async (tx) => {
    await ensureMayOwnMore(tx, ownerId)
    const copyId = v7()
    const now = new Date().toISOString()
    const { numAffectedRows } = await sql`
      insert into playlists
        (id, created_at, updated_at, owner_id, name, description, is_public, numbering)
      select ${copyId}::uuid, ${now}::timestamptz, ${now}::timestamptz, ${ownerId}::uuid,
        coalesce(${name ?? null}, p.name), p.description, false, 0
      from playlists p join users o on o.id = p.owner_id
      where p.id = ${id}::uuid and ${isVisibleTo(ownerId)}`.execute(tx.getKysely())
    ensure(numAffectedRows, 'not_found')
    await sql`
      insert into playlist_tracks (id, created_at, playlist_id, track_id, position)
      select gen_random_uuid(), created_at, ${copyId}::uuid, track_id, position
      from playlist_tracks
      where playlist_id = ${id}::uuid and removed_at is null`.execute(tx.getKysely())
    return copyId
  })
}
