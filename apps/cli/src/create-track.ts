import { Readable } from 'node:stream'

import { isSegueError, reasonOf } from '@segue/client'

import { refusalReason } from './file-refusal.ts'
import { folderTags } from './folder-tags.ts'
import type { Ingest, Outcome } from './ingest-file.ts'
import { persist } from './persist.ts'
import { sendFile } from './send-file.ts'
import type { FileTags } from './tags.ts'
import type { Loudness } from '@segue/loudness'
import type { FoundFile } from './walk.ts'

/**
 * Makes a track of an upload, with what the folder tells where the file's tags do not. A bad cover
 * costs the cover alone.
 * @param upload `tags` are null when they are not known: then the server reads them, and nothing is
 *   added; `loudness` is null when it was not measured
 */
export async function createTrack(
  ingest: Ingest,
  file: FoundFile,
  upload: { uploadId: string; tags: FileTags | null; loudness: Loudness | null },
): Promise<Outcome> {
  const { uploadId, tags, loudness } = upload
  const input = { uploadId, ...(tags && folderTags(file, tags)), ...(loudness && { loudness }) }
  const folder = folderOf(file)
  const coverUploadId = tags && !tags.hasPicture ? await sendCover(ingest, folder) : null
  if (coverUploadId === null) return create(ingest, input)
  try {
    return await create(ingest, { ...input, coverUploadId })
  } catch (error) {
    if (!isAboutCover(error)) throw error
    ingest.covers.forget(folder)
    return create(ingest, input)
  }
}

/** Where an answer was lost, its track is there when the call is made again. */
function create(
  { segue, signal }: Ingest,
  input: Parameters<typeof segue.tracks.create.mutate>[0],
): Promise<Outcome> {
  return persist(async (earlier) => {
    try {
      const { id } = await segue.tracks.create.mutate(input)
      return { kind: 'added', trackId: id } as const
    } catch (error) {
      const trackId = isSegueError(error) ? error.data?.duplicateOf : undefined
      if (trackId === undefined) throw error
      return { kind: earlier > 0 ? 'added' : 'skipped', trackId } as const
    }
  }, signal)
}

/** Each track takes an upload of its own; the server keeps one image for an album. */
async function sendCover(
  { segue, covers, signal }: Ingest,
  folder: Buffer,
): Promise<string | null> {
  const cover = await covers.find(folder)
  if (!cover) return null
  const { bytes, contentType } = cover
  const sizeBytes = bytes.length
  try {
    const upload = await sendFile(
      () => segue.tracks.presignCover.mutate({ contentType, sizeBytes }),
      () => Readable.from([bytes]),
      { sizeBytes, signal },
    )
    return upload.uploadId
  } catch (error) {
    if (refusalReason(error) === null) throw error
    return null
  }
}

function folderOf({ path }: FoundFile): Buffer {
  const end = path.lastIndexOf('/')
  return end < 0 ? Buffer.from('.') : path.subarray(0, Math.max(1, end))
}

/** The server looks at the cover after it has found the audio to be in order. */
function isAboutCover(error: unknown): boolean {
  return ['not_an_image', 'not_found', 'upload_incomplete'].includes(reasonOf(error) ?? '')
}
