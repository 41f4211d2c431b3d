import { z } from 'zod'

/** What every list takes. */
export const pageSchema = z.object({
  cursor: z.string().max(4_000).optional(),
  limit: z.int().min(1).max(100).default(50),
})
