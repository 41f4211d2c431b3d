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
import {
  type AlbumDto,
  type AlbumPageDto,
  type AlbumRow,
  type DiscDto,
  toAlbumDto,
} from './album.dto.ts'
import type { AlbumFilter, AlbumListInput } from './albums.schema.ts'

/** One page of the albums that hold an available track, in a single statement. */
export async function listAlbums(
  em: SqlEntityManager,
  { cursor, offset = 0, limit, q = '', sort = 'title', direction, artistId }: AlbumListInput,
): Promise<Page<AlbumDto>> {
  const columns = directed(albumOrder(sort), direction)
  const mark = listMark('albums.list', { q, sort, direction, artistId })
  const position = readCursor(cursor, mark, cursorSchema(columns))
  const asked = [...filters({ q, artistId }), ...(position ? [after(columns, position)] : [])]
  // What words find is put in order first: whether it is listed is only asked of what is shown.
  const found = sql`(
    select al.* from albums al where ${sql.join([sql`true`, ...asked], sql` and `)}
    order by ${orderBy(columns)} offset 0)`
  const isFound = q !== '' && sort !== 'popular'
  const conditions = [sort === 'popular' ? sql`true` : isListed, ...(isFound ? [] : asked)]
  const { rows } = await sql<AlbumRow & { position: (string | number)[] }>`
    with page as (
      select al.*, ${positionOf(columns)} as position,
        row_number() over (order by ${orderBy(columns)}) as place
      from ${isFound ? found : sql`albums`} al ${sort === 'popular' ? joinPlays : sql``}
      where ${sql.join(conditions, sql` and `)}
      order by ${orderBy(columns)}
      offset ${offset} limit ${limit + 1}
    )
    select ${albumColumns}, al.position from page al ${joinDetails} order by al.place`.execute(
    em.getKysely(),
  )
  return toPage(rows, limit, mark, { positionOf: (row) => row.position, toItem: toAlbumDto })
}

/** How many albums the list has. */
export async function countAlbums(em: SqlEntityManager, filter: AlbumFilter): Promise<number> {
  const conditions = [
    // As a join of all, unlike `isListed`: each is looked at.
    sql`al.id in (select album_id from tracks where removed_at is null)`,
    ...filters(filter),
  ]
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from albums al where ${sql.join(conditions, sql` and `)}`.execute(em.getKysely())
  return rows[0]?.count ?? 0
}

/** One album that holds an available track; else null. */
export async function findAlbum(em: SqlEntityManager, id: string): Promise<AlbumPageDto | null> {
  const { rows } = await sql<AlbumRow & { discs: DiscDto[] }>`
    select ${albumColumns}, (
      select json_agg(disc order by disc.number nulls first) from (
        select disc_number as number, count(*) as "trackCount" from tracks
        where album_id = al.id and removed_at is null group by disc_number
      ) disc
    ) as discs
    from albums al ${joinDetails}
    where al.id = ${id}::uuid and ${isListed}`.execute(em.getKysely())
  return rows[0] ? { ...toAlbumDto(rows[0]), discs: rows[0].discs } : null
}

function filters({ q = '', artistId }: AlbumFilter): RawBuilder<unknown>[] {
  return [
    ...searchPatterns(q).map((pattern) => sql`al.id in ${albumsLike(pattern)}`),
    ...(artistId ? [sql`al.artist_id = ${artistId}::uuid`] : []),
  ]
}

/**
 * Albums in whose title or artist that pattern occurs, as a set of ids: found before it is asked for
 * each of them whether it is listed, not after that of all albums there are.
 */
function albumsLike(pattern: string): RawBuilder<unknown> {
  return sql`(
    select id from albums where title_key like ${pattern}
    union all
    select b.id from artists a join albums b on b.artist_id = a.id where a.name_key like ${pattern})`
}

function albumOrder(sort: NonNullable<AlbumListInput['sort']>): OrderColumn[] {
  const newest: OrderColumn = { expression: sql`al.id`, type: 'uuid', isDescending: true }
  if (sort === 'newest') return [newest]
  if (sort === 'title')
    return [
      { expression: sql`al.title_key`, type: 'text' },
      { expression: sql`al.id`, type: 'uuid' },
    ]
  return [{ expression: sql`s.plays`, type: 'bigint', isDescending: true }, newest]
}

/** The plays of each album's available tracks; no other album is left. */
const joinPlays = sql`
  join (
    select album_id, sum(play_count) as plays from tracks
    where removed_at is null and album_id is not null group by album_id
  ) s on s.album_id = al.id`

/** The offset keeps it a look into an index for each album, instead of a join of all. */
const isListed = sql`
  exists (select from tracks t where t.album_id = al.id and t.removed_at is null offset 0)`

const albumColumns = sql`
  al.id, al.title, al.artist_id as "artistId", a.name as "artistName", al.year,
  al.cover_id as "coverId", held."trackCount", held."durationMs"`

const joinDetails = sql`
  join artists a on a.id = al.artist_id
  cross join lateral (
    select count(*)::integer as "trackCount",
      coalesce(sum(t.duration_ms), 0)::float8 as "durationMs"
    from tracks t where t.album_id = al.id and t.removed_at is null
  ) held`
