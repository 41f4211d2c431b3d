import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { type RawBuilder, sql } from 'kysely'

import { fold } from '../../text/fold.ts'
import { searchPatterns } from '../../text/search-patterns.ts'
import {
  after,
  cursorSchema,
  directed,
  type OrderColumn,
  orderBy,
  positionOf,
} from '../../trpc/keyset.ts'
import { listMark, type Page, type Position, readCursor, toPage } from '../../trpc/page.ts'
import { joinTrackDetails, trackColumns } from './track.sql.ts'
import { toTrackDto, type TrackDto, type TrackRow } from './track.dto.ts'
import { shuffleOrder } from './shuffle-order.ts'
import { trackOrder } from './track-order.ts'
import { walkShuffle } from './walk-shuffle.ts'
import type { TrackFilter, TrackListInput, TrackSort } from './tracks.schema.ts'

/**
 * One page of the library, for that user, in a single statement, but for shuffles (see
 * `walkShuffle`) and where it begins behind a track. By an offset, its ids are found
 * first, so that nothing is read of the tracks that are passed over but what they are sorted by.
 */
export async function listTracks(
  em: SqlEntityManager,
  userId: string,
  input: TrackListInput,
): Promise<Page<TrackDto>> {
  const { cursor, offset, limit, after: begin, ...options } = input
  const words = fold(input.q ?? '')
  const sort = input.sort ?? (words ? 'relevance' : 'newest')
  const seed = input.seed ?? 0
  const columns = directed(trackOrder(sort, words, seed), input.direction)
  const mark = listMark('tracks.list', { ...options, sort, seed, userId: input.favorite && userId })
  const position =
    readCursor(cursor, mark, cursorSchema(columns)) ??
    (begin === undefined || offset !== undefined ? null : await positionAt(em, begin, columns))
  // What is found by words is ranked as a whole: only what is shown needs an artist and an album.
  const passed = offset ?? (sort === 'relevance' && position === null ? 0 : undefined)
  const conditions =
    passed === undefined
      ? filters(input)
      : [
          sql`t.id in (
            select t.id from ${tracksToSort(sort, input, userId)}
            where ${sql.join(filters(input), sql` and `)}
            order by ${orderBy(columns)} offset ${passed} limit ${limit + 1})`,
        ]
  const query = { userId, columns, conditions, position, count: limit + 1 }
  const isWalk =
    sort === 'shuffle' && offset === undefined && !input.removed && input.direction !== 'desc'
  const walked = isWalk ? await walkShuffle(em, { ...query, order: shuffleOrder(seed) }) : null
  const rows = walked ?? (await readInOrder(em, query))
  return toPage(rows, limit, mark, { positionOf: (row) => row.position, toItem: toTrackDto })
}

interface OrderedQuery {
  userId: string
  columns: OrderColumn[]
  conditions: RawBuilder<unknown>[]
  position: Position | null
  count: number
}

async function readInOrder(em: SqlEntityManager, query: OrderedQuery) {
  const { userId, columns, conditions, position, count } = query
  const all = [...conditions, ...(position ? [after(columns, position)] : [])]
  const { rows } = await sql<TrackRow & { position: Position }>`
    select ${trackColumns}, ${positionOf(columns)} as position
    from tracks t ${joinTrackDetails(userId)}
    where ${sql.join(all, sql` and `)}
    order by ${orderBy(columns)}
    limit ${count}`.execute(em.getKysely())
  return rows
}

/** Where a track stands in an order; null for one that isn't known. */
async function positionAt(
  em: SqlEntityManager,
  id: string,
  columns: OrderColumn[],
): Promise<Position | null> {
  const { rows } = await sql<{ position: Position }>`
    select ${positionOf(columns)} as position
    from tracks t join artists a on a.id = t.artist_id left join albums al on al.id = t.album_id
    where t.id = ${id}::uuid`.execute(em.getKysely())
  return rows[0]?.position ?? null
}

/** How many tracks the list has. */
export async function countTracks(
  em: SqlEntityManager,
  userId: string,
  filter: TrackFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from tracks t ${filter.favorite === undefined ? sql`` : joinFavorites(userId)}
    where ${sql.join(filters(filter), sql` and `)}`.execute(em.getKysely())
  return rows[0]?.count ?? 0
}

/** Tracks by their ids, in no order; removed ones too. */
export async function findTracks(
  em: SqlEntityManager,
  userId: string,
  ids: string[],
): Promise<TrackDto[]> {
  const { rows } = await sql<TrackRow>`
    select ${trackColumns} from tracks t ${joinTrackDetails(userId)}
    where t.id = any(${ids}::uuid[])`.execute(em.getKysely())
  return rows.map(toTrackDto)
}

export interface Facets {
  genres: { name: string; count: number }[]
  /** Both null while no track tells its year. */
  years: { min: number | null; max: number | null }
}

/** What the list can be filtered by: genres, the largest first, and the span of years. */
export async function readFacets(em: SqlEntityManager, q: string | undefined): Promise<Facets> {
  const where = sql.join(matches(q ?? ''), sql` and `)
  const { rows } = await sql<Facets>`
    with found as (select t.genre, t.year from tracks t where ${where})
    select
      (select coalesce(json_agg(g order by g.count desc, g.name), '[]') from (
        select genre as name, count(*)::integer as count from found
        where genre is not null group by genre
      ) g) as genres,
      (select json_build_object('min', min(year), 'max', max(year)) from found) as years`.execute(
    em.getKysely(),
  )
  return rows[0] ?? { genres: [], years: { min: null, max: null } }
}

/** Tracks with what that order and filter look at, and no more: an index alone may tell the rest. */
function tracksToSort(sort: TrackSort, filter: TrackFilter, userId: string): RawBuilder<unknown> {
  return sql`tracks t
    ${sort === 'artist' ? sql`join artists a on a.id = t.artist_id` : sql``}
    ${sort === 'artist' || sort === 'album' ? sql`left join albums al on al.id = t.album_id` : sql``}
    ${filter.favorite === undefined ? sql`` : joinFavorites(userId)}`
}

function joinFavorites(userId: string): RawBuilder<unknown> {
  return sql`left join favorites f on f.track_id = t.id and f.user_id = ${userId}::uuid`
}

function filters(input: TrackFilter): RawBuilder<unknown>[] {
  const { genre, artistId, albumId, yearFrom, yearTo, favorite } = input
  const conditions = matches(input.q ?? '', input.removed)
  if (genre !== undefined) conditions.push(sql`t.genre = ${genre}`)
  if (artistId !== undefined) conditions.push(sql`t.artist_id = ${artistId}::uuid`)
  if (albumId !== undefined) conditions.push(sql`t.album_id = ${albumId}::uuid`)
  if (yearFrom !== undefined) conditions.push(sql`t.year >= ${yearFrom}`)
  if (yearTo !== undefined) conditions.push(sql`t.year <= ${yearTo}`)
  if (favorite !== undefined)
    conditions.push(favorite ? sql`f.track_id is not null` : sql`f.track_id is null`)
  return conditions
}

/** Tracks of the library in whose title, artist or album each word of the query occurs. */
function matches(q: string, isRemoved = false): RawBuilder<unknown>[] {
  return [
    isRemoved ? sql`t.removed_at is not null` : sql`t.removed_at is null`,
    ...searchPatterns(q).map((pattern) => sql`t.search_text like ${pattern}`),
  ]
}
