import { z } from 'zod'

import { instantSchema } from '../../text/instant.schema.ts'
import { querySchema } from '../../text/text.schema.ts'
import { beginsOnce, openPageSchema, pageSchema } from '../../trpc/page.schema.ts'

export const favoriteTrackSchema = z.object({ trackId: z.uuid() })

export const setFavoriteSchema = favoriteTrackSchema.extend({ favorite: z.boolean() })

/** `after`: begins behind this track, where there is neither a cursor nor an offset. */
export const favoriteListSchema = openPageSchema
  .extend({ after: z.uuid().optional() })
  .refine(beginsOnce, { path: ['offset'] })

export const adminFavoriteListSchema = pageSchema.extend({
  userId: z.uuid().optional(),
  trackId: z.uuid().optional(),
  q: querySchema.optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  sort: z.enum(['newest', 'oldest']).optional(),
})

export const removeFavoritesSchema = z.object({
  items: z
    .array(z.object({ userId: z.uuid(), trackId: z.uuid() }))
    .min(1)
    .max(500),
})
