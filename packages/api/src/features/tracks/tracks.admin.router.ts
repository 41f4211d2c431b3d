import { ensure } from '../../errors.ts'
import { adminProcedure, router } from '../../trpc/trpc.ts'
import { createTrack } from './create-track.ts'
import { type ManagedLoudnessDto, toManagedLoudnessDto } from './loudness.dto.ts'
import { setRemoved } from './set-removed.ts'
import type { TrackDto } from './track.dto.ts'
import { Track } from './track.entity.ts'
import { findTracks } from './tracks.repository.ts'
import {
  createTrackSchema,
  presignCoverSchema,
  presignUploadSchema,
  trackIdSchema,
  trackIdsSchema,
  updateTrackSchema,
  uploadIdSchema,
} from './tracks.schema.ts'
import { updateTrack } from './update-track.ts'
import { audioTypes, imageTypes } from '../../uploads/upload.schema.ts'
import {
  discardUpload,
  ensureType,
  findOpenUpload,
  openUpload,
  type UploadLink,
} from '../../uploads/uploads.ts'

/** Where to send the bytes of one file; or which track has them already. */
export type UploadAnswer =
  | (Omit<UploadLink, 'expiresAt'> & { kind: 'single'; expiresAt: string })
  | { duplicateOf: string; isLoudnessKnown: boolean }

/** Where to send the bytes of one image. */
export type ImageUploadAnswer = Omit<UploadLink, 'expiresAt'> & { expiresAt: string }

export const tracksAdminRouter = router({
  /**
   * A link that takes one audio file: exactly that type, length and hash. Asked again with the same
   * bytes it goes on with the same upload. Bytes of a removed track are a duplicate of it still:
   * restore it. Errors: type_not_allowed, upload_quota_exceeded.
   */
  presignUpload: adminProcedure
    .input(presignUploadSchema)
    .mutation(async ({ ctx, input }): Promise<UploadAnswer> => {
      ensureType(audioTypes, input.contentType)
      const { sha256 } = input
      const track = await ctx.em.findOne(Track, { sha256 }, { fields: ['id', 'trackGainDb'] })
      if (track) return { duplicateOf: track.id, isLoudnessKnown: track.trackGainDb !== null }
      const by = { user: ctx.user, origin: ctx.request.origin }
      const link = await openUpload(ctx.em, ctx.services, by, { kind: 'audio', ...input })
      return { ...link, kind: 'single', expiresAt: link.expiresAt.toISOString() }
    }),

  /** Gives an upload up. Errors: not_found. */
  abortUpload: adminProcedure
    .input(uploadIdSchema)
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      const upload = await findOpenUpload(ctx.em, ctx.user.id, input.uploadId, 'audio')
      await discardUpload(ctx.em, ctx.services, upload)
      return {}
    }),

  /**
   * Verifies an upload by its content and makes a track of it. Errors: not_found,
   * upload_incomplete, upload_mismatch, not_audio, not_an_image, duplicate_track (of a removed track
   * too).
   */
  create: adminProcedure
    .input(createTrackSchema)
    .mutation(async ({ ctx, input }): Promise<TrackDto> => {
      const id = await createTrack(ctx.em, ctx.services, ctx.user.id, input)
      const [track] = await findTracks(ctx.em, ctx.user.id, [id])
      ensure(track, 'not_found')
      return track
    }),

  /** How loud a track is and whence that is known, a removed one too. Errors: not_found. */
  loudness: adminProcedure
    .input(trackIdSchema)
    .query(async ({ ctx, input }): Promise<{ loudness: ManagedLoudnessDto | null }> => {
      const track = await ctx.em.findOneOrFail(Track, input, { populate: ['album'] })
      return { loudness: toManagedLoudnessDto(track) }
    }),

  /**
   * Changes what is given of a track, a removed one too; null clears. A name that only writes its
   * artist or album otherwise is their spelling from now on; another name is another artist or album,
   * found or made. An album by the track's own artist goes along with it when no other track is on
   * it. Errors: not_found, upload_incomplete, upload_mismatch, not_an_image.
   */
  update: adminProcedure
    .input(updateTrackSchema)
    .mutation(async ({ ctx, input }): Promise<TrackDto> => {
      await updateTrack(ctx.em, ctx.services, ctx.user.id, input)
      const [track] = await findTracks(ctx.em, ctx.user.id, [input.id])
      ensure(track, 'not_found')
      return track
    }),

  /**
   * Takes tracks out of the library at once: lists, search, counts and new streams. They keep their
   * places in playlists, favourites and history, and `restore` brings them back, without a limit of
   * time, since nothing purges them. Counts those that were there.
   */
  remove: adminProcedure
    .input(trackIdsSchema)
    .mutation(async ({ ctx, input }): Promise<{ count: number }> => {
      const count = await setRemoved(ctx.em, input.ids, new Date())
      if (count > 0) ctx.note('rows_removed', { userId: ctx.user.id, kind: 'tracks', count })
      return { count }
    }),

  /** Puts removed tracks back as they were. Counts those that were removed. */
  restore: adminProcedure
    .input(trackIdsSchema)
    .mutation(async ({ ctx, input }): Promise<{ count: number }> => {
      return { count: await setRemoved(ctx.em, input.ids, null) }
    }),

  /** A link that takes one image, for `create` and `update`. Errors: type_not_allowed, upload_quota_exceeded. */
  presignCover: adminProcedure
    .input(presignCoverSchema)
    .mutation(async ({ ctx, input }): Promise<ImageUploadAnswer> => {
      ensureType(imageTypes, input.contentType)
      const by = { user: ctx.user, origin: ctx.request.origin }
      const file = { kind: 'cover', filename: 'cover', ...input } as const
      const link = await openUpload(ctx.em, ctx.services, by, file)
      return { ...link, expiresAt: link.expiresAt.toISOString() }
    }),
})
