import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

import { FileRefusal } from './file-refusal.ts'

/** Nothing moves for so long: the connection is given up. */
const idleMs = 120_000
const maxAnswerLength = 2_000

/** Where the server wants the bytes of one file. */
export interface UploadLink {
  url: string
  headers: Record<string, string>
}

export interface Sending {
  sizeBytes: number
  signal: AbortSignal
  /** Is told how many bytes have gone so far. */
  onSent?(bytes: number): void
}

export interface StoreAnswer {
  status: number
  /** What the store says of an error; XML with a code. */
  detail: string
}

/**
 * Puts one object into the store as the link says, as a stream with its length.
 * @throws FileRefusal unreadable when the source fails, else the error of the connection
 */
export async function putObject(
  { url, headers }: UploadLink,
  source: Readable,
  { sizeBytes, signal, onSent }: Sending,
): Promise<StoreAnswer> {
  const send = url.startsWith('https:') ? requestHttps : requestHttp
  const request = send(url, {
    method: 'PUT',
    headers: { ...headers, 'content-length': sizeBytes },
    signal,
  })
  request.setTimeout(idleMs, () => request.destroy(new Error('the store is silent')))
  // An error that comes after the answer has nobody else to hear it.
  request.on('error', () => {})
  const answer = readAnswer(request)
  async function* counted(chunks: AsyncIterable<Buffer>) {
    let sent = 0
    try {
      for await (const chunk of chunks) {
        yield chunk
        onSent?.((sent += chunk.length))
      }
    } catch (cause) {
      request.destroy(new FileRefusal('unreadable', { cause }))
    }
  }
  // What fails here fails the answer too, unless the store has answered before.
  pipeline(source, counted, request).catch(() => {})
  try {
    return await answer
  } finally {
    source.destroy()
    if (!request.writableFinished) request.destroy()
  }
}

async function readAnswer(request: ClientRequest): Promise<StoreAnswer> {
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const body = await text(response)
  return { status: response.statusCode ?? 0, detail: body.slice(0, maxAnswerLength) }
}
