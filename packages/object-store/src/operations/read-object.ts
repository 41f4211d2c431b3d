import type { Stats } from 'node:fs'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import send from 'send'
import { setObjectHeaders } from '../object-headers.ts'
import type { ObjectRecord } from '../object-record.ts'
import { S3Error, systemErrorCode } from '../s3-error.ts'
import { objectOf } from './exchange.ts'
import type { Exchange } from './exchange.ts'

/** GetObject and HeadObject, with ranges and conditions (RFC 9110, sections 13 and 14). */
export async function readObject(exchange: Exchange): Promise<void> {
  const { store, request, response } = exchange
  const { bucket, key } = objectOf(exchange)
  const { record, release } = await store.objects.hold(bucket, key)
  try {
    setObjectHeaders(response, record, request)
    setChecksumHeader(exchange, record)
    const range = await chooseRange(exchange, record)
    if (!range) return
    const bytes = store.blobs.read(record.segments, range.start, range.end)
    await pipeBytes(Readable.from(bytes, { objectMode: false }), response)
  } finally {
    release()
  }
}

// SDKs check it against the bytes they get, so it goes only with the whole object.
function setChecksumHeader({ request, response }: Exchange, { checksum }: ObjectRecord): void {
  const isAsked = request.header('x-amz-checksum-mode') === 'ENABLED'
  if (!isAsked || !checksum || request.incoming.headers.range !== undefined) return
  response.setHeader(`x-amz-checksum-${checksum.algorithm}`, checksum.value)
}

interface ByteRange {
  start: number
  /** Included. */
  end: number
}

/**
 * Lets `send` decide on status, range and headers of the answer. It serves files; an object may
 * lie in several, so it is told the object's size in place of a file's and asked which bytes to
 * read. Without such bytes it has answered by itself (HEAD, 304).
 */
async function chooseRange(
  { request, response }: Exchange,
  record: ObjectRecord,
): Promise<ByteRange | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<ByteRange | undefined>()
  const sender = send(request.incoming, 'object', {
    cacheControl: false,
    etag: false,
    lastModified: false,
  })
  sender.on('error', (error: Error & { status?: number }) => reject(refusal(error)))
  sender.sendFile = (path) => sender.send(path, { size: record.size } as Stats)
  sender.stream = (_path, range) => {
    if (record.size === 0) response.end()
    resolve(record.size === 0 ? undefined : (range as ByteRange))
  }
  const settle = () => resolve(undefined)
  response.once('finish', settle).once('close', settle)
  adaptLongSuffix(request.incoming.headers, record.size)
  sender.pipe(response)
  // Others listen to the same answer, and Node warns of many as of a leak.
  return promise.finally(() => response.off('finish', settle).off('close', settle))
}

// `send` refuses a suffix range longer than the object, which means all of it (RFC 9110, 14.1.2).
function adaptLongSuffix(headers: IncomingHttpHeaders, size: number): void {
  const suffix = /^bytes=-(\d+)$/.exec(headers.range ?? '')?.[1]
  if (suffix !== undefined && size > 0 && Number(suffix) > size) headers.range = 'bytes=0-'
}

function refusal(error: Error & { status?: number }): S3Error {
  if (error.status === 412) {
    return new S3Error('PreconditionFailed', 'The object does not meet a condition.', {
      cause: error,
    })
  }
  if (error.status === 416) {
    return new S3Error('InvalidRange', 'The object has no such bytes.', { cause: error })
  }
  return new S3Error('InternalError', 'The object could not be read.', { cause: error })
}

async function pipeBytes(bytes: Readable, response: ServerResponse): Promise<void> {
  try {
    await pipeline(bytes, response)
  } catch (error) {
    // A listener who skips to the next track hangs up: nothing went wrong.
    if (systemErrorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
