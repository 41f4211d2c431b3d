import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { type RawBuilder, sql } from 'kysely'

import { searchPatterns } from '../../text/search-patterns.ts'
import {
  after,
  cursorSchema,
  directed,
  type OrderColumn,
  orderBy,
  positionOf,
} from '../../trpc/keyset.ts'
import { listMark, type Page, readCursor, toPage } from '../../trpc/page.ts'
import { type ArtistDto, type ArtistRow, toArtistDto } from './artist.dto.ts'
import type { ArtistFilter, ArtistListInput } from './artists.schema.ts'

/** One page of the artists of whom something is available, in a single statement. */
export async function listArtists(
  em: SqlEntityManager,
  { cursor, offset = 0, limit, q = '', sort = 'name', direction }: ArtistListInput,
): Promise<Page<ArtistDto>> {
  const columns = directed(artistOrder(sort), direction)
  const mark = listMark('artists.list', { q, sort, direction })
  const position = readCursor(cursor, mark, cursorSchema(columns))
  const conditions = [
    sort === 'popular' ? isListedByPlays : isListed,
    ...searchPatterns(q).map((pattern) => sql`a.name_key like ${pattern}`),
    ...(position ? [after(columns, position)] : []),
  ]
  const { rows } = await sql<ArtistRow & { position: (string | number)[] }>`
    with page as (
      select a.id, a.name, ${positionOf(columns)} as position,
        row_number() over (order by ${orderBy(columns)}) as place
      from artists a ${sort === 'popular' ? joinPlays : sql``}
      where ${sql.join(conditions, sql` and `)}
      order by ${orderBy(columns)}
      offset ${offset} limit ${limit + 1}
    )
    select a.id, a.name, a.position, ${counts} from page a order by a.place`.execute(em.getKysely())
  return toPage(rows, limit, mark, { positionOf: (row) => row.position, toItem: toArtistDto })
}

/** How many artists the list has. */
export async function countArtists(
  em: SqlEntityManager,
  { q = '' }: ArtistFilter,
): Promise<number> {
  const conditions = [
    // As joins of all, unlike `isListed`: each is looked at.
    sql`a.id in (
      select artist_id from tracks where removed_at is null
      union
      select al.artist_id from albums al
      where al.id in (select album_id from tracks where removed_at is null))`,
    ...searchPatterns(q).map((pattern) => sql`a.name_key like ${pattern}`),
  ]
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from artists a
    where ${sql.join(conditions, sql` and `)}`.execute(em.getKysely())
  return rows[0]?.count ?? 0
}

/** One artist of whom something is available; else null. */
export async function findArtist(em: SqlEntityManager, id: string): Promise<ArtistDto | null> {
  const { rows } = await sql<ArtistRow>`
    select a.id, a.name, ${counts} from artists a
    where a.id = ${id}::uuid and ${isListed}`.execute(em.getKysely())
  return rows[0] ? toArtistDto(rows[0]) : null
}

function artistOrder(sort: NonNullable<ArtistListInput['sort']>): OrderColumn[] {
  const newest: OrderColumn = { expression: sql`a.id`, type: 'uuid', isDescending: true }
  if (sort === 'newest') return [newest]
  if (sort === 'name')
    return [
      { expression: sql`a.name_key`, type: 'text' },
      { expression: sql`a.id`, type: 'uuid' },
    ]
  return [{ expression: sql`s.plays`, type: 'bigint', isDescending: true }, newest]
}

/** The plays of each artist's available tracks; 0 for who made albums alone. */
const joinPlays: RawBuilder<unknown> = sql`
  left join (
    select artist_id, sum(play_count) as plays from tracks
    where removed_at is null group by artist_id
  ) played on played.artist_id = a.id
  cross join lateral (select coalesce(played.plays, 0) as plays) s`

const ownAlbums = sql`
  select from albums al where al.artist_id = a.id
    and exists (select from tracks t where t.album_id = al.id and t.removed_at is null)`

/** As one subquery of two parts, which stays a look into indexes for each artist. */
const isListed = sql`
  exists (
    select from tracks t where t.artist_id = a.id and t.removed_at is null
    union all (${ownAlbums})
  )`

/** The same, where the plays were added up already. */
const isListedByPlays = sql`(played.plays is not null or exists (${ownAlbums} offset 0))`

const counts = sql`
  (select count(*)::integer from tracks t
    where t.artist_id = a.id and t.removed_at is null) as "trackCount",
  (select count(*)::integer from (${ownAlbums}) own) as "albumCount",
  coalesce(
    (select coalesce(t.cover_id, al.cover_id) from tracks t left join albums al on al.id = t.album_id
      where t.artist_id = a.id and t.removed_at is null
        and coalesce(t.cover_id, al.cover_id) is not null
      order by t.id desc limit 1),
    (select al.cover_id from albums al
      where al.artist_id = a.id and al.cover_id is not null
        and exists (select from tracks t where t.album_id = al.id and t.removed_at is null)
      order by al.id desc limit 1)
  ) as "coverId"`
