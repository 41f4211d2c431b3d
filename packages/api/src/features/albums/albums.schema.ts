import { z } from 'zod'

import { querySchema } from '../../text/text.schema.ts'
import { pageSchema } from '../../trpc/page.schema.ts'

export const albumListSchema = pageSchema.extend({
  q: querySchema.optional(),
  artistId: z.uuid().optional(),
  sort: z.enum(['title', 'newest', 'popular']).optional(),
})
export type AlbumListInput = z.output<typeof albumListSchema>

export const albumIdSchema = z.object({ id: z.uuid() })
