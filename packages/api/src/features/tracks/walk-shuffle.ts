import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { type RawBuilder, sql } from 'kysely'

import type { Position } from '../../trpc/page.ts'
import type { TrackRow } from './track.dto.ts'
import { joinTrackDetails, trackColumns } from './track.sql.ts'
import { type ShuffleOrder, shufflePlaces } from './shuffle-order.ts'

type Row = TrackRow & { position: Position }

/** So many places at first tell how many tracks of the list lie at each. */
const fewestPlaces = 300
/** So many places are looked at for one page; where that is too few, sorting is the shorter way. */
const mostPlaces = 4_000

export interface ShuffleWalk {
  userId: string
  order: ShuffleOrder
  conditions: RawBuilder<unknown>[]
  /** Place and id of the last track of the page before. */
  position: Position | null
  /** How many rows are wanted. */
  count: number
}

/**
 * Walks a shuffle on from a position, place by place over the index of keys.
 * @returns the rows, or null where so few tracks match that too many places would be looked at
 */
export async function walkShuffle(em: SqlEntityManager, walk: ShuffleWalk): Promise<Row[] | null> {
  const rows: Row[] = []
  const start = Number(walk.position?.[0] ?? 0)
  let [from, size] = [start, Math.max(2 * walk.count, fewestPlaces)]
  while (from < shufflePlaces) {
    const to = Math.min(from + size, shufflePlaces)
    rows.push(...(await readPlaces(em, walk, { from, to })))
    if (rows.length >= walk.count) return rows.slice(0, walk.count)
    from = to
    const perTrack = (from - start) / rows.length
    size = Math.ceil((walk.count - rows.length) * perTrack * 1.5)
    if (!(from - start + size <= mostPlaces)) return null
  }
  return rows
}

function readPlaces(
  em: SqlEntityManager,
  { userId, order, conditions, position, count }: ShuffleWalk,
  { from, to }: { from: number; to: number },
): Promise<Row[]> {
  const places = Array.from({ length: to - from }, (_, at) => from + at)
  const beyond = position
    ? [sql`(s.place, t.id) > (${position[0]}::integer, ${position[1]}::uuid)`]
    : []
  return sql<Row>`
    select ${trackColumns}, json_build_array(s.place, t.id) as position
    from unnest(${places}::integer[], ${places.map(order.keyAt)}::integer[]) as s (place, key)
    join tracks t on t.shuffle_key = s.key ${joinTrackDetails(userId)}
    where ${sql.join([...conditions, ...beyond], sql` and `)}
    order by s.place, t.id
    limit ${count}`
    .execute(em.getKysely())
    .then(({ rows }) => rows)
}
