import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import { settleAlbumLoudness } from './settle-album-loudness.ts'

/**
 * Removes tracks or brings them back; those that are so already are passed over.
 * @param removedAt null brings them back
 * @returns how many changed
 */
export async function setRemoved(
  em: SqlEntityManager,
  ids: string[],
  removedAt: Date | null,
): Promise<number> {
  // Locked in one order, or two calls at once could wait for each other.
  return em.transactional(async (tx) => {
    const { rows } = await sql<{ albumId: string | null }>`
    with changing as (
      select id from tracks
      where id = any(${ids}::uuid[]) and removed_at is ${sql.raw(removedAt ? 'null' : 'not null')}
      order by id for no key update
    )
    update tracks t set removed_at = ${removedAt} from changing where t.id = changing.id
    returning t.album_id as "albumId"`.execute(tx.getKysely())
    await settleAlbumLoudness(
      tx,
      rows.map(({ albumId }) => albumId),
    )
    return rows.length
  })
}
