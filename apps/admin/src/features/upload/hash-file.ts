import type { HashAnswer } from './hash.worker.ts'
import { UploadRefusal } from '../../lib/upload-refusal.ts'
import { messages } from '../../lib/messages.ts'

/**
 * The SHA-256 of a file in hex, worked out in a worker so that the page stays quick.
 * @param onProgress told the share that was read, 0 to 1
 */
export function hashFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const worker = new Worker(new URL('hash.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<string>((resolve, reject) => {
    const unreadable = () => reject(new UploadRefusal(messages.upload.unreadable))
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.addEventListener('error', unreadable)
    worker.addEventListener('message', ({ data }: MessageEvent<HashAnswer>) => {
      if ('bytes' in data) onProgress(data.bytes / file.size)
      else if ('hash' in data) resolve(data.hash)
      else unreadable()
    })
    worker.postMessage(file)
  }).finally(() => worker.terminate())
}
