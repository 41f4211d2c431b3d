import { messages } from '../../lib/messages.ts'
import { PutFailure, putFile } from './put-file.ts'
import { UploadRefusal } from '../../lib/upload-refusal.ts'

const tries = 3

export interface Sending {
  /** A fresh link, or null where there is nothing to send. */
  presign(): Promise<{
    uploadId: string
    url: string
    headers: Record<string, string>
  } | null>
  onProgress(share: number): void
}

/**
 * Sends a file, over a fresh link each time the store could not be reached or was busy.
 * @returns the upload's id, or null where there was nothing to send
 */
export async function send(
  file: File,
  signal: AbortSignal,
  sending: Sending,
): Promise<string | null> {
  for (let left = tries - 1; ; left--) {
    const link = await sending.presign()
    if (link === null) return null
    try {
      await putFile(link, file, (share) => sending.onProgress(share), signal)
      return link.uploadId
    } catch (error) {
      if (!(error instanceof PutFailure)) throw error
      const isWorthATry = error.status === 0 || error.status >= 500
      if (left === 0 || !isWorthATry) {
        throw new UploadRefusal(messages.upload.storeRefused, { isPassing: true, cause: error })
      }
    }
  }
}
