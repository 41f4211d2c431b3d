import { z } from 'zod'

import { querySchema } from '../../text/text.schema.ts'
import { pageSchema } from '../../trpc/page.schema.ts'

export const artistListSchema = pageSchema.extend({
  q: querySchema.optional(),
  sort: z.enum(['name', 'newest', 'popular']).optional(),
})
export type ArtistListInput = z.output<typeof artistListSchema>

export const artistIdSchema = z.object({ id: z.uuid() })
