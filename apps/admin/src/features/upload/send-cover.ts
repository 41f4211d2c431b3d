import { api } from '../../lib/trpc.ts'
import { imageTypeOf } from './file-type.ts'
import { send } from './send.ts'

/**
 * Brings a picture into the store, for a track to take.
 * @param cover one without a `coverRefusal`
 * @returns the upload's id
 * @throws UploadRefusal where the store is the reason; else what the server answered
 */
export async function sendCover(
  cover: File,
  signal = new AbortController().signal,
): Promise<string> {
  const announced = { contentType: imageTypeOf(cover) ?? cover.type, sizeBytes: cover.size }
  const presign = () => api.tracks.presignCover.mutate(announced, { signal })
  const uploadId = await send(cover, signal, { presign, onProgress() {} })
  return uploadId ?? ''
}
