import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import { ensure } from '../../errors.ts'
import { ensureMayOwnMore } from './change-playlist.ts'
import { maxRemovedPlaylists } from './playlist.policy.ts'

/** Removes a playlist of that owner's, with its page; it can be restored. Errors: not_found. */
export function removePlaylist(em: SqlEntityManager, ownerId: string, id: string): Promise<void> {
  return em.transactional(async (tx) => {
    const { numAffectedRows } = await sql`
      update playlists set removed_at = ${new Date().toISOString()}::timestamptz
      where id = ${id}::uuid and owner_id = ${ownerId}::uuid and removed_at is null`.execute(
      tx.getKysely(),
    )
    ensure(numAffectedRows, 'not_found')
    await sql`
      delete from playlists where id in (
        select id from playlists where owner_id = ${ownerId}::uuid and removed_at is not null
        order by removed_at desc offset ${maxRemovedPlaylists}
      )`.execute(tx.getKysely())
  })
}

/** Brings a removed playlist back as it was, its address too. Errors: not_found, input_invalid for one too many. */
export function restorePlaylist(em: SqlEntityManager, ownerId: string, id: string): Promise<void> {
  return em.transactional(async (tx) => {
    await ensureMayOwnMore(tx, ownerId)
    const { numAffectedRows } = await sql`
      update playlists set removed_at = null
      where id = ${id}::uuid and owner_id = ${ownerId}::uuid and removed_at is not null`.execute(
      tx.getKysely(),
    )
    ensure(numAffectedRows, 'not_found')
  })
}
