import { type FileHandle, open } from 'node:fs/promises'

import type { Segue } from '@segue/client'

import { audioType } from './content-type.ts'
import { createTrack } from './create-track.ts'
import { FileRefusal, readable, refusalReason } from './file-refusal.ts'
import type { FolderCovers } from './folder-cover.ts'
import { hashFile } from './hash.ts'
import { fillInLoudness } from './fill-in-loudness.ts'
import type { LoudnessReader } from './loudness/loudness-reader.ts'
import { sendFile } from './send-file.ts'
import type { TagReader } from './tags.ts'
import type { FoundFile } from './walk.ts'

export type Outcome =
  | { kind: 'added' | 'skipped'; trackId: string }
  | { kind: 'refused'; reason: string }

/** What the files of one run share. */
export interface Ingest {
  segue: Segue
  tags: TagReader
  loudness: Pick<LoudnessReader, 'measure'>
  covers: FolderCovers
  signal: AbortSignal
}

/**
 * Brings one file in, unless its bytes are in already.
 * @param onSent told how many of its bytes have gone so far
 * @throws what ends the whole run: outages, a lost sign-in
 */
export async function ingestFile(
  ingest: Ingest,
  file: FoundFile,
  onSent: (bytes: number) => void,
): Promise<Outcome> {
  try {
    if (file.sizeBytes === 0 || isInHiddenFolder(file)) throw new FileRefusal('not_audio')
    await using handle = await readable(open(file.path))
    return await bringIn(ingest, file, handle, onSent)
  } catch (error) {
    const reason = refusalReason(error)
    if (reason === null) throw error
    return { kind: 'refused', reason }
  }
}

async function bringIn(
  ingest: Ingest,
  file: FoundFile,
  handle: FileHandle,
  onSent: (bytes: number) => void,
): Promise<Outcome> {
  const { segue, signal } = ingest
  const { sizeBytes } = file
  const filename = file.name.toString()
  const { type, tags } = await ingest.tags.read(file.path)
  const contentType = audioType(type, filename)
  if (contentType === null) throw new FileRefusal('not_audio')
  const sha256 = await readable(hashFile(handle, sizeBytes, signal))
  const measure = () =>
    ingest.loudness.measure({ path: file.path, contentType, channels: tags?.channels ?? null })
  let measuring: ReturnType<typeof measure> | null = null
  const upload = await sendFile(
    async () => {
      const announced = { filename, contentType, sizeBytes, sha256 }
      const answer = await segue.tracks.presignUpload.mutate(announced)
      // While its bytes are on their way, and not before it is known that they have to go.
      if (!('duplicateOf' in answer) && !tags?.hasLoudness) measuring ??= measure()
      return answer
    },
    () => handle.createReadStream({ start: 0, end: sizeBytes - 1, autoClose: false }),
    { sizeBytes, signal, onSent },
  )
  if ('duplicateOf' in upload) {
    const { duplicateOf: trackId, isLoudnessKnown } = upload
    if (isLoudnessKnown === false) await fillInLoudness(ingest, trackId, await measure())
    return { kind: 'skipped', trackId }
  }
  const loudness = await (measuring ?? null)
  return createTrack(ingest, file, { uploadId: upload.uploadId, tags, loudness })
}

function isInHiddenFolder({ folders }: FoundFile): boolean {
  return folders.some((folder) => folder.toString().startsWith('.'))
}
