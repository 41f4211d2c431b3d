import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

import { textSchema } from '../../text/text.schema.ts'
import type { TrackSort } from './tracks.schema.ts'

/** One column of an order: what it sorts by. */
interface OrderColumn {
  expression: RawBuilder<unknown>
  /** The SQL type that a cursor's value is cast to. */
  type: keyof typeof valueSchemas
  isDescending?: boolean
}

/** The values that a cursor may hold for a column of that SQL type. */
const valueSchemas = {
  bigint: z.string().regex(/^-?\d{1,18}$/),
  integer: z.int32(),
  /** A relevance; PostgreSQL refuses what is too small for a real instead of rounding it to 0. */
  real: z
    .float32()
    .min(0)
    .max(3)
    .refine((score) => score === 0 || Math.fround(score) > 0),
  text: textSchema,
  uuid: z.uuid(),
}

export interface TrackOrder {
  columns: OrderColumn[]
  cursorSchema: z.ZodType<(string | number)[]>
}

const id: OrderColumn = { expression: sql`t.id`, type: 'uuid' }
const newestFirst: OrderColumn = { ...id, isDescending: true }
const title: OrderColumn = { expression: sql`t.title_key`, type: 'text' }

function orderColumns(sort: TrackSort, words: string, seed: number): OrderColumn[] {
  switch (sort) {
    case 'newest':
      return [newestFirst]
    case 'oldest':
      return [id]
    case 'title':
      return [title, id]
    case 'artist':
      return [
        { expression: sql`a.name_key`, type: 'text' },
        { expression: sql`coalesce(al.title_key, '')`, type: 'text' },
        { expression: sql`coalesce(t.disc_number, 0)::integer`, type: 'integer' },
        { expression: sql`coalesce(t.track_number, 0)::integer`, type: 'integer' },
        title,
        id,
      ]
    case 'popular':
      return [{ expression: sql`t.play_count`, type: 'integer', isDescending: true }, newestFirst]
    case 'duration':
      return [{ expression: sql`t.duration_ms`, type: 'integer' }, id]
    case 'shuffle':
      // Divided, so that 18 digits hold it.
      return [
        { expression: sql`uuid_hash_extended(t.id, ${seed}::bigint) / 16`, type: 'bigint' },
        id,
      ]
    case 'relevance':
      return [
        {
          expression: sql`(word_similarity(${words}, t.title_key) * 2
            + word_similarity(${words}, t.search_text))::real`,
          type: 'real',
          isDescending: true,
        },
        id,
      ]
  }
}

/**
 * The order of a list of tracks, total, since its last column is the id.
 * @param words the folded query, for `relevance`
 * @param seed which shuffle, for `shuffle`
 */
export function trackOrder(sort: TrackSort, words: string, seed: number): TrackOrder {
  const columns = orderColumns(sort, words, seed)
  return {
    columns,
    cursorSchema: z.array(z.union([z.string(), z.number()])).superRefine((position, context) => {
      const fits =
        position.length === columns.length &&
        columns.every(({ type }, index) => valueSchemas[type].safeParse(position[index]).success)
      if (!fits) context.addIssue('another order')
    }),
  }
}

/** `order by` for these columns. */
export function orderBy(columns: OrderColumn[]): RawBuilder<unknown> {
  return sql.join(
    columns.map(({ expression, isDescending }) =>
      isDescending ? sql`${expression} desc` : expression,
    ),
  )
}

/**
 * The rows after a position, by keyset: a >= x and ((a > x) or (a = x and b > y) ...), which serves
 * orders of mixed directions too. The first condition is where an index begins to read.
 */
export function after(columns: OrderColumn[], position: (string | number)[]): RawBuilder<unknown> {
  const alternatives = columns.map((column, index) => {
    const equal = columns
      .slice(0, index)
      .map(({ expression, type }, at) => sql`${expression} = ${cast(position[at], type)}`)
    const value = cast(position[index], column.type)
    const beyond = sql`${column.expression} ${beyondOf(column)} ${value}`
    return sql`(${sql.join([...equal, beyond], sql` and `)})`
  })
  const start = columns.slice(0, 1).map((column) => {
    const value = cast(position[0], column.type)
    return sql`${column.expression} ${beyondOf(column)}= ${value}`
  })
  return sql.join([...start, sql`(${sql.join(alternatives, sql` or `)})`], sql` and `)
}

function beyondOf({ isDescending }: OrderColumn): RawBuilder<unknown> {
  return isDescending ? sql.raw('<') : sql.raw('>')
}

/** A JSON array of a row's own values of these columns: what its cursor holds. */
export function positionOf(columns: OrderColumn[]): RawBuilder<unknown> {
  const values = columns.map(({ expression, type }) =>
    type === 'bigint' ? sql`(${expression})::text` : expression,
  )
  return sql`json_build_array(${sql.join(values)})`
}

function cast(value: string | number | undefined, type: OrderColumn['type']): RawBuilder<unknown> {
  return sql`${value}::${sql.raw(type)}`
}
