import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import type { TrackCover } from './track-cover.ts'

/**
 * After tracks changed: an album shows a cover and a year that one of its tracks carries; those it
 * has stay while one does, else they are those of the first track in order that has any.
 * @param cover the image that came with the change
 */
export async function settleAlbums(
  em: SqlEntityManager,
  albums: (string | null | undefined)[],
  cover: TrackCover | null,
): Promise<void> {
  const ids = [...new Set(albums)].filter((id) => typeof id === 'string')
  const kysely = em.getKysely()
  // Locked in one order, or two changes at once could wait for each other.
  await sql`select from albums where id = any(${ids}::uuid[]) order by id for no key update`.execute(
    kysely,
  )
  const first = (column: string) => {
    const name = sql.ref(column)
    return sql`case
      when exists (select from tracks t where t.album_id = al.id and t.${name} = al.${name})
        then al.${name}
      else (select t.${name} from tracks t where t.album_id = al.id and t.${name} is not null
        order by t.disc_number nulls first, t.track_number nulls last, t.id limit 1)
    end`
  }
  await sql`
    update albums al set
      year = settled.year,
      cover_id = settled.cover_id,
      cover_sha256 = case
        when settled.cover_id = al.cover_id then al.cover_sha256
        when settled.cover_id = ${cover?.id ?? null}::uuid then ${cover?.sha256 ?? null}
      end
    from (
      select al.id, ${first('cover_id')} as cover_id, ${first('year')} as year
      from albums al where al.id = any(${ids}::uuid[])
    ) settled
    where settled.id = al.id`.execute(kysely)
}
