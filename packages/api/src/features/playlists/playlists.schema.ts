import { z } from 'zod'

import { linesSchema, nameSchema, querySchema, textSchema } from '../../text/text.schema.ts'
import { pageSchema } from '../../trpc/page.schema.ts'

const playlistNameSchema = nameSchema(100)
const descriptionSchema = linesSchema(2_000).nullable()

/** In the spelling of the rows, so that two ids are the same only if they are written alike. */
const idSchema = z.uuid().toLowerCase()
const idsSchema = z.array(idSchema).min(1).max(500)

export const playlistIdSchema = z.object({ id: idSchema })

export const slugSchema = z.object({ slug: textSchema.pipe(z.string().max(100)) })

export const createPlaylistSchema = z.object({
  name: playlistNameSchema,
  description: descriptionSchema.default(null),
  isPublic: z.boolean().default(false),
})
export type CreatePlaylistInput = z.output<typeof createPlaylistSchema>

/** What is left out stays as it is. */
export const updatePlaylistSchema = playlistIdSchema.extend({
  name: playlistNameSchema.optional(),
  description: descriptionSchema.optional(),
  isPublic: z.boolean().optional(),
})
export type UpdatePlaylistInput = z.output<typeof updatePlaylistSchema>

export const playlistListSchema = pageSchema.extend({ q: querySchema.optional() })

/** The copy has the name of the original, unless another is given. */
export const duplicatePlaylistSchema = playlistIdSchema.extend({
  name: playlistNameSchema.optional(),
})
export type DuplicatePlaylistInput = z.output<typeof duplicatePlaylistSchema>

export const playlistTracksSchema = pageSchema.extend({
  ...playlistIdSchema.shape,
  /** In the order of that shuffle instead of its own. */
  seed: z.int().optional(),
  /** Begins behind the first entry of this track, where there is no cursor; in its own order alone. */
  after: idSchema.optional(),
})
export type PlaylistTracksInput = z.output<typeof playlistTracksSchema>

export const addTracksSchema = playlistIdSchema.extend({
  trackIds: idsSchema,
  onDuplicate: z.enum(['add', 'skip']).default('add'),
})
export type AddTracksInput = z.output<typeof addTracksSchema>

export const containedTracksSchema = playlistIdSchema.extend({ trackIds: idsSchema })
export type ContainedTracksInput = z.output<typeof containedTracksSchema>

export const entriesSchema = playlistIdSchema.extend({ entryIds: idsSchema })
export type EntriesInput = z.output<typeof entriesSchema>

/** `afterEntryId` says the place where what follows it is not known; with null before. */
export const moveEntriesSchema = playlistIdSchema
  .extend({
    entryIds: idsSchema,
    beforeEntryId: idSchema.nullable(),
    afterEntryId: idSchema.optional(),
  })
  .superRefine(({ entryIds, beforeEntryId, afterEntryId }, context) => {
    if (new Set(entryIds).size < entryIds.length)
      context.addIssue({ code: 'custom', path: ['entryIds'], message: 'must not repeat an entry' })
    if (beforeEntryId !== null && entryIds.includes(beforeEntryId))
      context.addIssue({
        code: 'custom',
        path: ['beforeEntryId'],
        message: 'must not be one of the entries that move',
      })
    if (afterEntryId !== undefined && (beforeEntryId !== null || entryIds.includes(afterEntryId)))
      context.addIssue({
        code: 'custom',
        path: ['afterEntryId'],
        message: 'must be the only other entry, and not one of those that move',
      })
  })
export type MoveEntriesInput = z.output<typeof moveEntriesSchema>

export const adminPlaylistSorts = ['newest', 'oldest', 'name', 'updated'] as const

export const adminPlaylistListSchema = pageSchema.extend({
  userId: idSchema.optional(),
  q: querySchema.optional(),
  isPublic: z.boolean().optional(),
  sort: z.enum(adminPlaylistSorts).default('newest'),
})
export type AdminPlaylistListInput = z.output<typeof adminPlaylistListSchema>

export const removePlaylistsSchema = z.object({ ids: idsSchema })
