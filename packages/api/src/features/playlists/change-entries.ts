import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'
import { v7 } from 'uuid'

import { DomainError, ensure } from '../../errors.ts'
import { makeRoom } from './place-entries.ts'
import { maxEntries } from './playlist.policy.ts'
import type { AddTracksInput, EntriesInput, MoveEntriesInput } from './playlists.schema.ts'

/** Appends tracks. Errors: not_found for a track that is not in the library, input_invalid when full. */
export function addTracks(
  em: SqlEntityManager,
  userId: string,
  { id, trackIds, onDuplicate }: AddTracksInput,
): Promise<{ added: number; trackCount: number; entryIds: string[] }> {
  return changeEntries(em, userId, id, async (tx) => {
    await ensureInLibrary(tx, trackIds)
    const added = onDuplicate === 'skip' ? await withoutDuplicates(tx, id, trackIds) : trackIds
    const trackCount = (await countEntries(tx, id)) + added.length
    ensureFits(trackCount, 'trackIds')
    const entryIds = added.map(() => v7())
    if (added.length === 0) return { added: 0, trackCount, entryIds }
    const positions = await makeRoom(tx, { id, moving: [], nextId: null, count: added.length })
    await sql`
      insert into playlist_tracks (id, created_at, playlist_id, track_id, position)
      select e.id, ${new Date().toISOString()}::timestamptz, ${id}::uuid, e.track_id, e.position
      from unnest(${entryIds}::uuid[], ${added}::uuid[], ${positions}::bigint[])
        as e (id, track_id, position)`.execute(tx.getKysely())
    await touch(tx, id)
    return { added: added.length, trackCount, entryIds }
  })
}

/** Takes entries out; counts those that were there. They keep their places, to be put back. */
export function removeEntries(
  em: SqlEntityManager,
  userId: string,
  { id, entryIds }: EntriesInput,
): Promise<{ removed: number; trackCount: number }> {
  return changeEntries(em, userId, id, async (tx) => {
    const { numAffectedRows } = await sql`
      update playlist_tracks set removed_at = ${new Date().toISOString()}::timestamptz
      where playlist_id = ${id}::uuid and id = any(${entryIds}::uuid[])
        and removed_at is null`.execute(tx.getKysely())
    const removed = Number(numAffectedRows ?? 0)
    if (removed > 0) {
      await forgetOldest(tx, id)
      await touch(tx, id)
    }
    return { removed, trackCount: await countEntries(tx, id) }
  })
}

/** Puts entries back where they were; counts those that could be. Errors: input_invalid when full. */
export function restoreEntries(
  em: SqlEntityManager,
  userId: string,
  { id, entryIds }: EntriesInput,
): Promise<{ restored: number; trackCount: number }> {
  return changeEntries(em, userId, id, async (tx) => {
    const { numAffectedRows } = await sql`
      update playlist_tracks set removed_at = null
      where playlist_id = ${id}::uuid and id = any(${entryIds}::uuid[])
        and removed_at is not null`.execute(tx.getKysely())
    const restored = Number(numAffectedRows ?? 0)
    const trackCount = await countEntries(tx, id)
    ensureFits(trackCount, 'entryIds')
    if (restored > 0) await touch(tx, id)
    return { restored, trackCount }
  })
}

/** Of entries taken out as many are kept as a playlist holds. */
async function forgetOldest(tx: SqlEntityManager, id: string): Promise<void> {
  await sql`
    delete from playlist_tracks where id in (
      select id from playlist_tracks where playlist_id = ${id}::uuid and removed_at is not null
      order by removed_at desc offset ${maxEntries}
    )`.execute(tx.getKysely())
}

function ensureFits(trackCount: number, field: string): void {
  if (trackCount <= maxEntries) return
  throw new DomainError('input_invalid', {
    fields: { [field]: `a playlist holds at most ${maxEntries} entries` },
  })
}

/** Puts entries, in the order given, beside another or at the end. Errors: not_found for any entry. */
export function moveEntries(
  em: SqlEntityManager,
  userId: string,
  { id, entryIds, beforeEntryId, afterEntryId }: MoveEntriesInput,
): Promise<Record<string, never>> {
  return changeEntries(em, userId, id, async (tx) => {
    const neighbour = afterEntryId ?? beforeEntryId
    const named = neighbour === null ? entryIds : [...entryIds, neighbour]
    const { rows } = await sql`
      select 1 from playlist_tracks
      where playlist_id = ${id}::uuid and id = any(${named}::uuid[])
        and removed_at is null`.execute(tx.getKysely())
    ensure(rows.length === named.length, 'not_found')
    const count = entryIds.length
    const nextId = afterEntryId
      ? await findNext(tx, { id, afterEntryId, moving: entryIds })
      : beforeEntryId
    const positions = await makeRoom(tx, { id, moving: entryIds, nextId, count })
    await sql`
      update playlist_tracks e set position = m.position
      from unnest(${entryIds}::uuid[], ${positions}::bigint[]) as m (id, position)
      where e.id = m.id`.execute(tx.getKysely())
    await touch(tx, id)
    return {}
  })
}

/** The entry that follows another one once those that move are gone; null: none. */
async function findNext(
  tx: SqlEntityManager,
  { id, afterEntryId, moving }: { id: string; afterEntryId: string; moving: string[] },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select e.id from playlist_tracks e
    join playlist_tracks before on before.id = ${afterEntryId}::uuid
    where e.playlist_id = ${id}::uuid and e.position > before.position
      and e.id <> all(${moving}::uuid[])
    order by e.position limit 1`.execute(tx.getKysely())
  return rows[0]?.id ?? null
}

/** One change of a playlist's entries after the other: the playlist's row is locked meanwhile. */
function changeEntries<T>(
  em: SqlEntityManager,
  userId: string,
  id: string,
  change: (tx: SqlEntityManager) => Promise<T>,
): Promise<T> {
  return em.transactional(async (tx) => {
    const { rows } = await sql`
      select 1 from playlists
      where id = ${id}::uuid and owner_id = ${userId}::uuid and removed_at is null
      for update`.execute(tx.getKysely())
    ensure(rows.length > 0, 'not_found')
    return change(tx)
  })
}

/** Notes a change; later than the last one, whatever the clock says. */
async function touch(tx: SqlEntityManager, id: string): Promise<void> {
  await sql`
    update playlists set updated_at =
      greatest(${new Date().toISOString()}::timestamptz, updated_at + interval '1 millisecond')
    where id = ${id}::uuid`.execute(tx.getKysely())
}

async function ensureInLibrary(tx: SqlEntityManager, trackIds: string[]): Promise<void> {
  const { rows } = await sql`
    select 1 from tracks where id = any(${trackIds}::uuid[]) and removed_at is null
    order by id for key share`.execute(tx.getKysely())
  ensure(rows.length === new Set(trackIds).size, 'not_found')
}

async function withoutDuplicates(
  tx: SqlEntityManager,
  id: string,
  trackIds: string[],
): Promise<string[]> {
  const { rows } = await sql<{ trackId: string }>`
    select distinct track_id as "trackId" from playlist_tracks
    where playlist_id = ${id}::uuid and track_id = any(${trackIds}::uuid[])
      and removed_at is null`.execute(tx.getKysely())
  const there = new Set(rows.map(({ trackId }) => trackId))
  return [...new Set(trackIds)].filter((trackId) => !there.has(trackId))
}

async function countEntries(tx: SqlEntityManager, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from playlist_tracks
    where playlist_id = ${id}::uuid and removed_at is null`.execute(tx.getKysely())
  return rows[0]?.count ?? 0
}
