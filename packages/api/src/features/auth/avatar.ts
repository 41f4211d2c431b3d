import { randomUUID } from 'node:crypto'

import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { DomainError } from '../../errors.ts'
import { MediaRefusal } from '../../media/inspect-audio.ts'
import type { Services } from '../../services.ts'
import { coverKeys } from '../../storage/cover-path.ts'
import { readUploadedImage, storeImage } from '../../uploads/images.ts'
import type { Upload } from '../../uploads/upload.entity.ts'
import { discardUpload, noteCopies } from '../../uploads/uploads.ts'

export interface Avatar {
  id: string
  /** What it was made from; remembers it for the sweep until somebody has it. */
  upload: Upload
}

/**
 * Makes an avatar of an upload of the caller's, re-encoded at every size, under an id that no other
 * attempt has; nobody shows it yet. What is no image is removed.
 * Errors: not_found, upload_incomplete, upload_mismatch, not_an_image.
 */
export async function storeAvatar(
  em: SqlEntityManager,
  services: Services,
  by: { userId: string; uploadId: string },
): Promise<Avatar> {
  const { upload, bytes } = await readUploadedImage(em, services, { ...by, kind: 'avatar' })
  const id = randomUUID()
  await noteCopies(em, upload, coverKeys(id))
  try {
    await storeImage(services, id, bytes)
    return { id, upload }
  } catch (cause) {
    if (!(cause instanceof MediaRefusal)) throw cause
    await discardUpload(em, services, upload)
    throw new DomainError('not_an_image', { message: cause.message, cause })
  }
}
