import { z } from 'zod'

import { nameSchema, querySchema, textSchema } from '../../text/text.schema.ts'
import { directionSchema } from '../../trpc/page.schema.ts'

/** So many entries are kept at most: what a longer queue goes on with is asked for by its list. */
export const maxQueueEntries = 1_000

const idSchema = z.uuid().toLowerCase()
const indexSchema = z
  .int()
  .min(0)
  .max(maxQueueEntries - 1)
const millisecondsSchema = z.int().min(0).max(2_147_483_647)
const yearSchema = z.int().min(1).max(9999)

// Spelt out, since they leave too: what a client sees of them must not be made of zod's types.

/** Where what plays came from, as a listener knows it. */
export interface QueueSource {
  kind:
    | 'tracks'
    | 'artist'
    | 'album'
    | 'genre'
    | 'playlist'
    | 'favorites'
    | 'history'
    | 'search'
    | 'radio'
  id?: string | undefined
  name?: string | undefined
}

/** A list of tracks by the question that the server answers with it. */
type QueueList =
  | {
      of: 'tracks'
      input: {
        q?: string | undefined
        genre?: string | undefined
        artistId?: string | undefined
        albumId?: string | undefined
        yearFrom?: number | undefined
        yearTo?: number | undefined
        favorite?: boolean | undefined
        sort?:
          | 'relevance'
          | 'newest'
          | 'oldest'
          | 'title'
          | 'artist'
          | 'album'
          | 'popular'
          | 'duration'
          | undefined
        direction?: 'asc' | 'desc' | undefined
      }
    }
  | { of: 'favorites' }
  | { of: 'playlist'; id: string }

/** How a queue goes on behind what is kept of it. */
export interface QueueRest {
  list: QueueList
  /** Where what follows begins; '': at the start; null: the list is over. */
  cursor: string | null
  /** It begins behind this track, where the cursor is empty. */
  after?: string | undefined
  /** Stand in the queue, or were played, before the list was shuffled: they don't come again. */
  except: string[]
}

const sourceSchema = z.object({
  kind: z.enum([
    'tracks',
    'artist',
    'album',
    'genre',
    'playlist',
    'favorites',
    'history',
    'search',
    'radio',
  ]),
  id: idSchema.optional(),
  name: textSchema.pipe(z.string().max(500)).optional(),
}) satisfies z.ZodType<QueueSource>

const listSchema = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('tracks'),
    input: z.object({
      q: querySchema.optional(),
      genre: textSchema.pipe(z.string().max(100)).optional(),
      artistId: idSchema.optional(),
      albumId: idSchema.optional(),
      yearFrom: yearSchema.optional(),
      yearTo: yearSchema.optional(),
      favorite: z.boolean().optional(),
      sort: z
        .enum(['relevance', 'newest', 'oldest', 'title', 'artist', 'album', 'popular', 'duration'])
        .optional(),
      direction: directionSchema.optional(),
    }),
  }),
  z.object({ of: z.literal('favorites') }),
  z.object({ of: z.literal('playlist'), id: idSchema }),
])

const restSchema = z.object({
  list: listSchema,
  cursor: textSchema.pipe(z.string().max(4_000)).nullable(),
  after: idSchema.optional(),
  except: z.array(idSchema).max(maxQueueEntries),
}) satisfies z.ZodType<QueueRest>

const markSchema = z.object({
  /** Made up by the device and kept by it. */
  deviceId: idSchema,
  /** When it changed, in milliseconds since 1970 by the clock of the device. */
  changedAt: z.int().min(0),
  /** Which of the entries plays, counted from 0. */
  position: indexSchema,
  positionMs: millisecondsSchema,
})

export const saveQueueSchema = markSchema
  .extend({
    deviceName: nameSchema(100),
    /** The newest revision that this device has seen; 0: none. */
    baseRevision: z.int32().min(0),
    trackIds: z.array(idSchema).max(maxQueueEntries),
    added: z.array(indexSchema).max(maxQueueEntries).default([]),
    repeat: z.enum(['off', 'all', 'one']).default('off'),
    seed: z.int().nullable().default(null),
    source: sourceSchema.nullable().default(null),
    rest: restSchema.nullable().default(null),
  })
  .superRefine(({ trackIds, position }, context) => {
    if (position >= Math.max(trackIds.length, 1))
      context.addIssue({ code: 'custom', path: ['position'], message: 'must be of an entry' })
  })
export type SaveQueueInput = z.output<typeof saveQueueSchema>

export const queueProgressSchema = markSchema.extend({ revision: z.int32().min(1) })
export type QueueProgressInput = z.output<typeof queueProgressSchema>
