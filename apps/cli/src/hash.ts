import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

import { FileRefusal } from './file-refusal.ts'

/**
 * SHA-256 in hex of a file that is `sizeBytes` long.
 * @throws FileRefusal file_changed when it is of another length by now
 */
export async function hashFile(
  file: FileHandle,
  sizeBytes: number,
  signal: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256')
  let seen = 0
  const options = { start: 0, autoClose: false, highWaterMark: 1_048_576 }
  for await (const chunk of file.createReadStream(options)) {
    signal.throwIfAborted()
    seen += (chunk as Buffer).length
    hash.update(chunk as Buffer)
  }
  if (seen !== sizeBytes) throw new FileRefusal('file_changed')
  return hash.digest('hex')
}
