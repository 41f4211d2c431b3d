import { createHash } from 'node:crypto'

import { z } from 'zod'

import { DomainError } from '../errors.ts'

/** One page of a list, and where the next begins; null at the end. */
export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

const cursorSchema = z.tuple([z.string(), z.array(z.union([z.string(), z.number()]))])

/** What of the values of the last row a list goes on from; strings and numbers. */
export type Position = (string | number)[]

/**
 * The mark of one list, its filters and its order: a cursor made for another does not fit.
 * @param list the procedure's name
 * @param options everything of the input that decides which rows come in which order
 */
export function listMark(list: string, options: Record<string, unknown>): string {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  const text = JSON.stringify([list, entries.toSorted(([a], [b]) => (a < b ? -1 : 1))])
  return createHash('sha256').update(text).digest('base64url').slice(0, 10)
}

/**
 * Reads a cursor back. Throws `cursor_invalid` when it does not parse, belongs to another list or
 * holds other kinds of values than `shape`.
 */
export function readCursor<T extends Position>(
  cursor: string | undefined,
  mark: string,
  shape: z.ZodType<T>,
): T | null {
  if (cursor === undefined) return null
  try {
    const [cursorMark, position] = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    )
    if (cursorMark === mark) return shape.parse(position)
  } catch (cause) {
    throw new DomainError('cursor_invalid', { cause })
  }
  throw new DomainError('cursor_invalid')
}

/**
 * Cuts `limit + 1` rows to a page.
 * @param positionOf what the list goes on from after that row
 */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  mark: string,
  { positionOf, toItem }: { positionOf: (row: Row) => Position; toItem: (row: Row) => Item },
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return {
    items: shown.map(toItem),
    nextCursor: hasMore
      ? Buffer.from(JSON.stringify([mark, positionOf(last)])).toString('base64url')
      : null,
  }
}
