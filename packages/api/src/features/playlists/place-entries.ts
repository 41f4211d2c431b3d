import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import { gap, placeBetween } from './place-between.ts'

/** Where entries of a playlist, whose row is locked, are to lie. */
export interface Place {
  id: string
  /** Entries that leave their places: nothing has to come after them. */
  moving: string[]
  /** The entry that comes after; null: the end. */
  nextId: string | null
  count: number
}

/** Free positions at a place; all entries get new ones first when there is no room. */
export async function makeRoom(tx: SqlEntityManager, place: Place): Promise<number[]> {
  const free = await findRoom(tx, place)
  if (free) return free
  await renumber(tx, place.id)
  const made = await findRoom(tx, place)
  if (!made) throw new Error('there is no room between entries that were just numbered')
  return made
}

/** Gives all entries positions a gap apart, in the order they have. */
async function renumber(tx: SqlEntityManager, id: string): Promise<void> {
  await sql`
    update playlist_tracks e set position = n.rank * ${gap}::bigint
    from (
      select id, row_number() over (order by position) as rank from playlist_tracks
      where playlist_id = ${id}::uuid
    ) n
    where e.id = n.id`.execute(tx.getKysely())
  await sql`
    update playlists set numbering = numbering + 1 where id = ${id}::uuid`.execute(tx.getKysely())
}

async function findRoom(
  tx: SqlEntityManager,
  { id, moving, nextId, count }: Place,
): Promise<number[] | null> {
  const { rows } = await sql<{ before: string | null; next: string | null }>`
    select next.position::text as next, (
      select e.position::text from playlist_tracks e
      where e.playlist_id = ${id}::uuid and e.id <> all(${moving}::uuid[])
        and e.position < coalesce(next.position, ${2 ** 62}::bigint)
      order by e.position desc limit 1
    ) as before
    from (select) one left join playlist_tracks next on next.id = ${nextId}::uuid`.execute(
    tx.getKysely(),
  )
  const { before = null, next = null } = rows[0] ?? {}
  return placeBetween(toNumber(before), toNumber(next), count)
}

function toNumber(position: string | null): number | null {
  return position === null ? null : Number(position)
}
