import { z } from 'zod'

import { querySchema } from '../../text/text.schema.ts'
import { beginsOnce, directionSchema, openPageSchema } from '../../trpc/page.schema.ts'

/** Which artists: all of them, unless told. */
export const artistFilterSchema = z.object({ q: querySchema.optional() })
export type ArtistFilter = z.output<typeof artistFilterSchema>

export const artistListSchema = openPageSchema
  .extend({
    ...artistFilterSchema.shape,
    sort: z.enum(['name', 'newest', 'popular']).optional(),
    direction: directionSchema.optional(),
  })
  .refine(beginsOnce, { path: ['offset'] })
export type ArtistListInput = z.output<typeof artistListSchema>

export const artistIdSchema = z.object({ id: z.uuid() })
