import { z } from 'zod'

import { querySchema } from '../../text/text.schema.ts'
import { beginsOnce, directionSchema, openPageSchema } from '../../trpc/page.schema.ts'

/** Which albums: all of them, unless told. */
export const albumFilterSchema = z.object({
  q: querySchema.optional(),
  artistId: z.uuid().optional(),
})
export type AlbumFilter = z.output<typeof albumFilterSchema>

export const albumListSchema = openPageSchema
  .extend({
    ...albumFilterSchema.shape,
    sort: z.enum(['title', 'newest', 'popular']).optional(),
    direction: directionSchema.optional(),
  })
  .refine(beginsOnce, { path: ['offset'] })
export type AlbumListInput = z.output<typeof albumListSchema>

export const albumIdSchema = z.object({ id: z.uuid() })
