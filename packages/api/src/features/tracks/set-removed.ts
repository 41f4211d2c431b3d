import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

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
  const { numAffectedRows = 0n } = await sql`
    with changing as (
      select id from tracks
      where id = any(${ids}::uuid[]) and removed_at is ${sql.raw(removedAt ? 'null' : 'not null')}
      order by id for no key update
    )
    update tracks t set removed_at = ${removedAt} from changing where t.id = changing.id`.execute(
    em.getKysely(),
  )
  return Number(numAffectedRows)
}
