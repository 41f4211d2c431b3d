import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { type RawBuilder, sql } from 'kysely'

/**
 * Takes plays out of the history, locked in one order, or two calls at once could wait for each
 * other. The tracks' playCounts stay, since they were played.
 * @param condition on rows of plays
 * @returns how many
 */
export async function deletePlays(
  em: SqlEntityManager,
  condition: RawBuilder<unknown>,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with going as (select id from plays where ${condition} order by id for update)
    delete from plays p using going where p.id = going.id`.execute(em.getKysely())
  return Number(numAffectedRows)
}
