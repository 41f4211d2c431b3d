import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import { toTrackDto, type TrackRow } from '../tracks/track.dto.ts'
import { joinTrackDetails, trackColumns } from '../tracks/track.sql.ts'
import {
  type QueueDto,
  type QueueMarkRow,
  type QueueStatusDto,
  type SavedQueueDto,
  toQueueMarkDto,
} from './queue.dto.ts'
import { Queue } from './queue.entity.ts'
import type { QueueProgressInput, SaveQueueInput } from './queue.schema.ts'

const mark = sql`q.revision, q.device_id as "deviceId", q.device_name as "deviceName",
  q.updated_at as "updatedAt"`

/**
 * Keeps a queue in the place of an older one: of one that this device has seen, or of its own. What
 * is older by the clock of the same device comes too late and changes nothing.
 */
export async function saveQueue(
  em: SqlEntityManager,
  userId: string,
  input: SaveQueueInput,
): Promise<SavedQueueDto> {
  const { trackIds, added, source, rest } = input
  const { rows } = await sql<QueueMarkRow>`
    insert into queues as q (
      user_id, track_ids, added, position, position_ms, repeat, seed, source, rest,
      device_id, device_name, revision, changed_at, updated_at
    ) values (
      ${userId}::uuid, ${trackIds}::uuid[], ${added}::smallint[], ${input.position},
      ${input.positionMs}, ${input.repeat}, ${input.seed}, ${asJson(source)}::jsonb,
      ${asJson(rest)}::jsonb, ${input.deviceId}::uuid, ${input.deviceName}, 1,
      ${input.changedAt}, now()
    )
    on conflict (user_id) do update set
      track_ids = excluded.track_ids, added = excluded.added, position = excluded.position,
      position_ms = excluded.position_ms, repeat = excluded.repeat, seed = excluded.seed,
      source = excluded.source, rest = excluded.rest, device_id = excluded.device_id,
      device_name = excluded.device_name, revision = q.revision + 1,
      changed_at = excluded.changed_at, updated_at = excluded.updated_at
    where q.revision <= ${input.baseRevision}
      or (q.device_id = excluded.device_id and q.changed_at < excluded.changed_at)
    returning ${mark}`.execute(em.getKysely())
  return rows[0] ? { ...toQueueMarkDto(rows[0]), saved: true } : standing(em, userId, input)
}

/** Notes how far the queue of that revision has played, unless another device has saved since. */
export async function noteProgress(
  em: SqlEntityManager,
  userId: string,
  input: QueueProgressInput,
): Promise<SavedQueueDto> {
  const { rows } = await sql<QueueMarkRow>`
    update queues q set position = ${input.position}, position_ms = ${input.positionMs},
      changed_at = ${input.changedAt}, updated_at = now()
    where q.user_id = ${userId}::uuid and q.device_id = ${input.deviceId}::uuid
      and q.revision = ${input.revision} and q.changed_at < ${input.changedAt}
      and ${input.position} < greatest(cardinality(q.track_ids), 1)
    returning ${mark}`.execute(em.getKysely())
  return rows[0] ? { ...toQueueMarkDto(rows[0]), saved: true } : standing(em, userId, input)
}

/** What stands in the way of a save: an own one that is as new, or another device's. */
async function standing(
  em: SqlEntityManager,
  userId: string,
  { deviceId }: { deviceId: string },
): Promise<SavedQueueDto> {
  const kept = await em.findOneOrFail(Queue, { user: userId }, { disableIdentityMap: true })
  return { ...toQueueMarkDto(kept), saved: kept.deviceId === deviceId }
}

/** Where that user's queue stands; null where there is none. */
export async function readStatus(
  em: SqlEntityManager,
  userId: string,
): Promise<QueueStatusDto | null> {
  const { rows } = await sql<QueueMarkRow & { positionMs: number } & (TrackRow | { id: null })>`
    select ${mark}, q.position_ms as "positionMs", c.*
    from queues q left join lateral (
      select ${trackColumns} from tracks t ${joinTrackDetails(userId)}
      where t.id = q.track_ids[q.position + 1]
    ) c on true
    where q.user_id = ${userId}::uuid`.execute(em.getKysely())
  const [row] = rows
  if (!row) return null
  const track = row.id === null ? null : toTrackDto(row)
  return { ...toQueueMarkDto(row), track, positionMs: row.positionMs }
}

/** That user's queue; null where there is none. What was erased from the library is left out. */
export async function readQueue(em: SqlEntityManager, userId: string): Promise<QueueDto | null> {
  const kept = await em.findOne(Queue, { user: userId })
  if (!kept) return null
  const { rows } = await sql<TrackRow & { place: number }>`
    select ${trackColumns}, (q.place - 1)::integer as place
    from unnest(${kept.trackIds}::uuid[]) with ordinality as q (id, place)
    join tracks t on t.id = q.id ${joinTrackDetails(userId)}
    order by q.place`.execute(em.getKysely())
  const added = new Set(kept.added)
  const standing = rows.findIndex(({ place }) => place >= kept.position)
  return {
    ...toQueueMarkDto(kept),
    tracks: rows.map(toTrackDto),
    added: rows.flatMap(({ place }, index) => (added.has(place) ? [index] : [])),
    position: standing < 0 ? Math.max(rows.length - 1, 0) : standing,
    positionMs: rows[standing]?.place === kept.position ? kept.positionMs : 0,
    repeat: kept.repeat,
    seed: kept.seed,
    source: kept.source,
    rest: kept.rest,
  }
}

function asJson(value: object | null): string | null {
  return value && JSON.stringify(value)
}
