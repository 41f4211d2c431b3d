import { z } from 'zod'

/** What every list takes. */
export const pageSchema = z.object({
  cursor: z.string().max(4_000).optional(),
  limit: z.int().min(1).max(100).default(50),
})

/** What a list takes that can be entered anywhere: by a cursor, or by how many rows come before. */
export const openPageSchema = pageSchema.extend({
  offset: z.int().min(0).max(10_000_000).optional(),
})

/**
 * Which way an order goes; each has a usual one. tRPC's own hook for infinite lists sends by the same
 * name which way it fetches, which says nothing of the order.
 */
export const directionSchema = z
  .enum(['asc', 'desc'])
  .or(z.enum(['forward', 'backward']).transform(() => undefined))

/** For `refine`: a page begins at one place. */
export function beginsOnce({ cursor, offset }: { cursor?: string; offset?: number }): boolean {
  return cursor === undefined || offset === undefined
}
