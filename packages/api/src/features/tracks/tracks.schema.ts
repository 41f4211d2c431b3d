import { z } from 'zod'

import { presignImageSchema } from '../../uploads/upload.schema.ts'
import { beginsOnce, directionSchema, openPageSchema } from '../../trpc/page.schema.ts'
import { nameSchema, querySchema, textSchema } from '../../text/text.schema.ts'

const gibibyte = 1024 ** 3

const titleSchema = nameSchema(500)
const yearSchema = z.int().min(1).max(9999)
const numberSchema = z.int().min(1).max(32_767)

export const trackSorts = [
  'relevance',
  'newest',
  'oldest',
  'title',
  'artist',
  'album',
  'popular',
  'duration',
  'shuffle',
] as const
export type TrackSort = (typeof trackSorts)[number]

/** Which tracks: all of them, unless told. */
export const trackFilterSchema = z.object({
  q: querySchema.optional(),
  genre: textSchema.pipe(z.string().max(100)).optional(),
  artistId: z.uuid().optional(),
  albumId: z.uuid().optional(),
  yearFrom: yearSchema.optional(),
  yearTo: yearSchema.optional(),
  favorite: z.boolean().optional(),
  removed: z.boolean().optional(),
})
export type TrackFilter = z.output<typeof trackFilterSchema>

export const trackListSchema = openPageSchema
  .extend({
    ...trackFilterSchema.shape,
    sort: z.enum(trackSorts).optional(),
    direction: directionSchema.optional(),
    seed: z.int().optional(),
    /** Begins behind this track of the list, where there is neither a cursor nor an offset. */
    after: z.uuid().optional(),
  })
  .refine(beginsOnce, { path: ['offset'] })
export type TrackListInput = z.output<typeof trackListSchema>

export const trackIdSchema = z.object({ id: z.uuid() })

const describedSchema = textSchema.pipe(z.string().trim().max(1_000)).optional()

/** A track as a playlist from elsewhere tells of it; as little of it as there is. */
const wantedTrackSchema = z.object({
  id: z.uuid().toLowerCase().optional(),
  title: describedSchema,
  artist: describedSchema,
  album: describedSchema,
  durationMs: z.int().min(0).max(2_147_483_647).optional(),
  /** Of its file, or its address: `Artist/Album/01 - Title.flac`. */
  path: textSchema.pipe(z.string().trim().max(4_000)).optional(),
})
export type WantedTrack = z.output<typeof wantedTrackSchema>

export const matchTracksSchema = z.object({ entries: z.array(wantedTrackSchema).min(1).max(500) })

export const facetsSchema = z.object({ q: querySchema.optional() })

export const presignUploadSchema = z.object({
  filename: textSchema.pipe(z.string().min(1).max(1_000)),
  contentType: z.string().max(100),
  sizeBytes: z
    .int()
    .min(1)
    .max(5 * gibibyte),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 in hex')
    .toLowerCase(),
})

export const presignCoverSchema = presignImageSchema(10)

export const uploadIdSchema = z.object({ uploadId: z.uuid() })

/** What a meter of ITU-R BS.1770-4 found. The quietest is the gate below which nothing counts. */
const loudnessSchema = z.object({
  integratedLufs: z.number().min(-70).max(40),
  /** The largest sample, 1 is full scale. */
  peak: z.number().gt(0).max(16),
})
export type MeasuredLoudness = z.output<typeof loudnessSchema>

/** What is missing comes from the file's tags, then from its name. */
export const createTrackSchema = z.object({
  uploadId: z.uuid(),
  title: titleSchema.optional(),
  artist: titleSchema.optional(),
  album: titleSchema.optional(),
  albumArtist: titleSchema.optional(),
  genre: nameSchema(100).optional(),
  year: yearSchema.optional(),
  trackNumber: numberSchema.optional(),
  discNumber: numberSchema.optional(),
  durationMs: z.int().min(1).max(2_147_483_647).optional(),
  coverUploadId: z.uuid().optional(),
  /** As measured: counts where the file's tags tell none. */
  loudness: loudnessSchema.optional(),
})
export type CreateTrackInput = z.output<typeof createTrackSchema>

/** What is not given stays; null clears. */
export const updateTrackSchema = createTrackSchema.omit({ uploadId: true }).extend({
  id: z.uuid(),
  album: titleSchema.nullish(),
  albumArtist: titleSchema.nullish(),
  genre: nameSchema(100).nullish(),
  year: yearSchema.nullish(),
  trackNumber: numberSchema.nullish(),
  discNumber: numberSchema.nullish(),
  coverUploadId: z.uuid().nullish(),
  /** As measured: stands from now on, also against tags. */
  loudness: loudnessSchema.nullish(),
})
export type UpdateTrackInput = z.output<typeof updateTrackSchema>

export const trackIdsSchema = z.object({ ids: z.array(z.uuid()).min(1).max(500) })
