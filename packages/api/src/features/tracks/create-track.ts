import { type SqlEntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql'

import { DomainError, ensure } from '../../errors.ts'
import { type AudioInspection, MediaRefusal, MediaUnavailable } from '../../media/inspect-audio.ts'
import type { Services } from '../../services.ts'
import { insertTrack } from './insert-track.ts'
import { readUploadedImage } from '../../uploads/images.ts'
import { keysOfCover, storeTrackCover } from './track-cover.ts'
import { describeTrack } from './track-from-file.ts'
import { describeLoudness } from './track-loudness.ts'
import { Track } from './track.entity.ts'
import type { CreateTrackInput } from './tracks.schema.ts'
import { Upload } from '../../uploads/upload.entity.ts'
import {
  discardUpload,
  drawCopyKey,
  findOpenUpload,
  headUpload,
  useUpload,
} from '../../uploads/uploads.ts'

/**
 * Makes a track of a finished upload: verifies it by its content, copies it where the upload link
 * cannot reach, and only then shows it. Whatever fails before leaves nothing visible.
 * Errors: not_found, upload_incomplete, upload_mismatch, not_audio, not_an_image,
 * duplicate_track, store_unavailable.
 * @returns the new track's id
 */
export async function createTrack(
  em: SqlEntityManager,
  services: Services,
  userId: string,
  input: CreateTrackInput,
): Promise<string> {
  const used = { id: input.uploadId, user: userId, kind: 'audio', state: 'used' } as const
  const former = await em.findOne(Upload, used)
  if (former) await refuseDuplicate(em, former.sha256)
  const upload = await findOpenUpload(em, userId, input.uploadId, 'audio')
  try {
    const etag = await headUpload(services, upload)
    const inspection = await inspect(services, upload, etag)
    return await keep(em, services, { upload, etag, inspection, input, userId })
  } catch (error) {
    if (isFinal(error)) await discardUpload(em.fork(), services, upload)
    throw error
  }
}

/** Refusals that sending the same upload again cannot change. */
function isFinal(error: unknown): boolean {
  const reasons = ['not_audio', 'upload_mismatch', 'duplicate_track']
  return error instanceof DomainError && reasons.includes(error.reason)
}

async function inspect(services: Services, upload: Upload, etag: string): Promise<AudioInspection> {
  const { sizeBytes, sha256 } = upload
  const url = await services.storage.presignInternalGet(upload.uploadKey)
  try {
    return await services.inspector.inspect({ url, sizeBytes, sha256: sha256 ?? '', etag })
  } catch (cause) {
    if (cause instanceof MediaUnavailable) throw new DomainError('store_unavailable', { cause })
    if (!(cause instanceof MediaRefusal)) throw cause
    throw new DomainError(cause.reason, { message: cause.message, cause })
  }
}

interface VerifiedUpload {
  upload: Upload
  /** Of the object that was verified. */
  etag: string
  inspection: AudioInspection
  input: CreateTrackInput
  userId: string
}

async function keep(
  em: SqlEntityManager,
  services: Services,
  { upload, etag, inspection, input, userId }: VerifiedUpload,
): Promise<string> {
  const { contentType, tags, cover: embedded } = inspection
  const attached = input.coverUploadId
    ? await readUploadedImage(em, services, {
        userId,
        uploadId: input.coverUploadId,
        kind: 'cover',
      })
    : null
  const description = describeTrack(input, tags, upload.filename)
  const cover = await storeTrackCover(em, services, upload, {
    attached: attached?.bytes,
    embedded: embedded?.bytes,
    description,
  })
  const durationMs = input.durationMs ?? inspection.durationMs
  const loudness = describeLoudness(inspection.loudness, input.loudness)
  const track = { upload, inspection, description, cover, durationMs, loudness }
  try {
    const objectKey = await drawCopyKey(em, upload)
    const isCopied = await services.storage.copy(upload.uploadKey, objectKey, { etag, contentType })
    ensure(isCopied, 'upload_mismatch')
    return await em.transactional(async (tx) => {
      await useUpload(tx, upload, [objectKey, ...keysOfCover(cover)])
      if (attached) await useUpload(tx, attached.upload)
      return insertTrack(tx, { ...track, objectKey })
    })
  } catch (cause) {
    if (cause instanceof UniqueConstraintViolationException || cause instanceof DomainError)
      await refuseDuplicate(em.fork(), upload.sha256, cause)
    throw cause
  }
}

/** Throws `duplicate_track` when these bytes are a track already. */
async function refuseDuplicate(
  em: SqlEntityManager,
  sha256: string | null,
  cause?: unknown,
): Promise<void> {
  const track = await em.findOne(Track, { sha256: sha256 ?? '' }, { fields: ['id'] })
  if (track) throw new DomainError('duplicate_track', { duplicateOf: track.id, cause })
}
