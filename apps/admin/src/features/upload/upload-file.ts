import type { RouterInputs } from '@segue/api'
import type { Track } from '../../lib/track.ts'
import { api } from '../../lib/trpc.ts'
import { audioTypeOf } from './file-type.ts'
import { hashFile } from './hash-file.ts'
import { sendCover } from './send-cover.ts'
import { send } from './send.ts'

/** What the administrator says about a file; the rest comes from its tags. */
export interface UploadDetails extends Pick<
  RouterInputs['tracks']['create'],
  'title' | 'artist' | 'album' | 'genre' | 'year'
> {
  cover?: File
}

/** What is being done with a file, and which share of that, 0 to 1, where it is known. */
export type UploadStep =
  | { step: 'hashing' | 'sending'; share: number }
  | { step: 'checking'; share: null }

/** The new track; or the id of one that has these very bytes already. */
export type UploadResult = { track: Track } | { duplicateOf: string }

/**
 * Brings one file into the library: its hash, a presigned PUT straight to the store, then the track.
 * @param file one without a `fileRefusal`, and its cover without a `coverRefusal`
 * @throws UploadRefusal where the file or the store is the reason; else what the server answered
 */
export async function uploadFile(
  file: File,
  { cover, ...fields }: UploadDetails,
  onStep: (step: UploadStep) => void,
  signal: AbortSignal,
): Promise<UploadResult> {
  onStep({ step: 'hashing', share: 0 })
  const sha256 = await hashFile(file, (share) => onStep({ step: 'hashing', share }), signal)
  onStep({ step: 'sending', share: 0 })
  const contentType = audioTypeOf(file) ?? file.type
  const announced = { filename: file.name, contentType, sizeBytes: file.size, sha256 }
  let duplicateOf = ''
  const uploadId = await send(file, signal, {
    async presign() {
      const answer = await api.tracks.presignUpload.mutate(announced, { signal })
      if (!('duplicateOf' in answer)) return answer
      ;({ duplicateOf } = answer)
      return null
    },
    onProgress: (share) => onStep({ step: 'sending', share }),
  })
  if (uploadId === null) return { duplicateOf }
  const coverUploadId = cover && (await sendCover(cover, signal))
  onStep({ step: 'checking', share: null })
  const input = { uploadId, ...fields, coverUploadId }
  return { track: await api.tracks.create.mutate(input, { signal }) }
}
