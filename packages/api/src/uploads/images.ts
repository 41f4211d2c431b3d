import type { SqlEntityManager } from '@mikro-orm/postgresql'

import { ensure } from '../errors.ts'
import { renderCover } from '../media/render-cover.ts'
import type { Services } from '../services.ts'
import { coverKey, coverKeys, coverSizes } from '../storage/cover-path.ts'
import { Upload } from './upload.entity.ts'
import { findOpenUpload, headUpload, leftovers } from './uploads.ts'

/** No image that is uploaded may be larger; what a link was signed for may be less. */
const maxImageBytes = 10 * 1024 ** 2

/** An image that was uploaded to go with something. */
export interface UploadedImage {
  upload: Upload
  bytes: Uint8Array
}

/** The bytes of an upload of the caller's. Errors: not_found, upload_incomplete, upload_mismatch. */
export async function readUploadedImage(
  em: SqlEntityManager,
  services: Services,
  by: { userId: string; uploadId: string; kind: 'avatar' | 'cover' },
): Promise<UploadedImage> {
  const upload = await findOpenUpload(em, by.userId, by.uploadId, by.kind)
  await headUpload(services, upload)
  const bytes = await services.storage.read(upload.uploadKey, maxImageBytes)
  ensure(bytes, 'upload_incomplete')
  return { upload, bytes }
}

/**
 * Keeps an image under that id, re-encoded at every size.
 * @throws MediaRefusal not_an_image
 */
export async function storeImage(
  { storage }: Services,
  id: string,
  bytes: Uint8Array,
): Promise<void> {
  const images = await renderCover(bytes, coverSizes)
  await Promise.all(
    images.map(({ size, bytes: image, contentType }) =>
      storage.write(coverKey(id, size), image, contentType),
    ),
  )
}

/**
 * Leaves an image to the sweep, inside the transaction after which nothing uses it. Covers can be
 * shared: the sweep keeps one that a track or an album shows still.
 * @returns the keys of its objects, for who removes them at once
 */
export async function retireImage(em: SqlEntityManager, id: string): Promise<string[]> {
  const upload = em.create(Upload, {
    user: null,
    kind: 'cover',
    state: 'discarded',
    uploadKey: `uploads/${id}`,
    copyKeys: coverKeys(id),
    filename: '',
    contentType: 'image/webp',
    sizeBytes: 0,
    sha256: null,
    expiresAt: new Date(),
  })
  await em.persist(upload).flush()
  return leftovers(upload)
}
