import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

/**
 * After tracks came, went or were measured: an album's gain is the one that the tags of all its
 * available tracks agree on; else that of their mean loudness, by energy and duration, over those
 * that are known.
 */
export async function settleAlbumLoudness(
  em: SqlEntityManager,
  albums: (string | null | undefined)[],
): Promise<void> {
  const ids = [...new Set(albums)].filter((id) => typeof id === 'string')
  if (ids.length === 0) return
  const kysely = em.getKysely()
  // Locked before they are read, or two tracks that come at once would each not see the other; in
  // one order, or two changes at once could wait for each other.
  await sql`select from albums where id = any(${ids}::uuid[]) order by id for no key update`.execute(
    kysely,
  )
  await sql`
    update albums al set gain_db = settled.gain_db, peak = settled.peak
    from (
      select al.id, known.peak, case
        when known.is_tagged then known.tagged_gain_db
        else round(known.gain_db::numeric, 2)
      end as gain_db
      from albums al cross join lateral (
        select
          greatest(max(t.track_peak), max(t.album_peak)) as peak,
          min(t.album_gain_db) as tagged_gain_db,
          count(*) = count(t.album_gain_db)
            and max(t.album_gain_db) - min(t.album_gain_db) < 0.02 as is_tagged,
          -10 * log(
            sum(t.duration_ms * power(10::float8, -t.track_gain_db / 10))
              / sum(t.duration_ms) filter (where t.track_gain_db is not null)
          ) as gain_db
        from tracks t where t.album_id = al.id and t.removed_at is null
      ) known
      where al.id = any(${ids}::uuid[])
    ) settled
    where settled.id = al.id
      and (al.gain_db, al.peak) is distinct from (settled.gain_db::real, settled.peak)`.execute(
    kysely,
  )
}
