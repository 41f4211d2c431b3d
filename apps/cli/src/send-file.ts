import type { Readable } from 'node:stream'

import { FileRefusal } from './file-refusal.ts'
import { persist, StoreOutage } from './persist.ts'
import { putObject, type Sending, type StoreAnswer, type UploadLink } from './upload.ts'

/** Answers of a store that mean: later, or with a fresh link. */
const temporary = new Set([403, 408, 425, 429])

/**
 * Sends a file to the store, with a fresh link for each try.
 * @param presign answers a link, or whatever else means that there is nothing to send
 * @throws FileRefusal, StoreOutage, or what `presign` throws
 * @returns the last answer of `presign`
 */
export function sendFile<Answer extends object>(
  presign: () => Promise<Answer>,
  read: () => Readable,
  sending: Sending,
): Promise<Answer> {
  return persist(async () => {
    const answer = await presign()
    if (isLink(answer)) check(await put(answer, read(), sending))
    return answer
  }, sending.signal)
}

function isLink(answer: object): answer is UploadLink {
  return 'url' in answer && 'headers' in answer
}

async function put(link: UploadLink, source: Readable, sending: Sending): Promise<StoreAnswer> {
  try {
    return await putObject(link, source, sending)
  } catch (cause) {
    if (cause instanceof FileRefusal || sending.signal.aborted) throw cause
    const { code, message } = cause as NodeJS.ErrnoException
    const { host } = new URL(link.url)
    throw new StoreOutage(`the store at ${host} fails (${code ?? message})`, { cause })
  }
}

function check({ status, detail }: StoreAnswer): void {
  if (status === 200) return
  const code = /<Code>(\w+)<\/Code>/.exec(detail)?.[1] ?? ''
  const cause = new Error(`the store answers ${status} ${code}`.trim())
  if (status >= 500 || temporary.has(status)) throw new StoreOutage(cause.message, { cause })
  const isChanged = /^(BadDigest|XAmzContentChecksumMismatch|IncompleteBody)$/.test(code)
  throw new FileRefusal(isChanged ? 'file_changed' : 'upload_refused', { cause })
}
