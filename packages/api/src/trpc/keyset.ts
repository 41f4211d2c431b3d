import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

import { textSchema } from '../text/text.schema.ts'

/** One column of an order: what it sorts by. */
export interface OrderColumn {
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
  /** As JSON has it: ISO 8601 with an offset. */
  timestamptz: z.iso.datetime({ offset: true }),
  uuid: z.uuid(),
}

/** What a cursor of this order may hold: one fitting value for each column. */
export function cursorSchema(columns: OrderColumn[]): z.ZodType<(string | number)[]> {
  return z.array(z.union([z.string(), z.number()])).superRefine((position, context) => {
    const fits =
      position.length === columns.length &&
      columns.every(({ type }, index) => valueSchemas[type].safeParse(position[index]).success)
    if (!fits) context.addIssue('another order')
  })
}

/** The same order, or the other way round where its first column does not go in that direction. */
export function directed(
  columns: OrderColumn[],
  direction: 'asc' | 'desc' | undefined,
): OrderColumn[] {
  const usual = columns[0]?.isDescending ? 'desc' : 'asc'
  if (direction === undefined || direction === usual) return columns
  return columns.map((column) => ({ ...column, isDescending: !column.isDescending }))
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
