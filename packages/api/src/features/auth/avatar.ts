import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { DomainError } from '../../errors.ts'
import { MediaRefusal } from '../../media/inspect-audio.ts'
import type { Services } from '../../services.ts'
import { readUploadedImage, storeImage } from '../../uploads/images.ts'
import type { Upload } from '../../uploads/upload.entity.ts'
import { discardUpload } from '../../uploads/uploads.ts'

/**
 * Makes an avatar of an upload of the caller's, re-encoded at every size, under the id that the
 * upload has for it; nobody sees it yet. What is no image is removed.
 * Errors: not_found, upload_incomplete, upload_mismatch, not_an_image.
 */
export async function storeAvatar(
  em: SqlEntityManager,
  services: Services,
  by: { userId: string; uploadId: string },
): Promise<Upload> {
  const { upload, bytes } = await readUploadedImage(em, services, { ...by, kind: 'avatar' })
  try {
    await storeImage(services, upload.coverId, bytes)
    return upload
  } catch (cause) {
    if (!(cause instanceof MediaRefusal)) throw cause
    await discardUpload(em, services, upload)
    throw new DomainError('not_an_image', { message: cause.message, cause })
  }
}
