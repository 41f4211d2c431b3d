import type { IncomingMessage } from 'node:http'

import { TRPCError } from '@trpc/server'

/** A body as small as ours comes in so long even over a bad line. */
const maxMs = 30_000

/**
 * The whole body as text.
 * @throws TRPCError PAYLOAD_TOO_LARGE, TIMEOUT, or CLIENT_CLOSED_REQUEST when it breaks off
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes)
    throw new TRPCError({ code: 'PAYLOAD_TOO_LARGE' })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const chunks: Buffer[] = []
  let size = 0
  const timer = setTimeout(() => reject(new TRPCError({ code: 'TIMEOUT' })), maxMs)
  const onData = (chunk: Buffer) => {
    size += chunk.length
    if (size > maxBytes) reject(new TRPCError({ code: 'PAYLOAD_TOO_LARGE' }))
    else chunks.push(chunk)
  }
  const onClose = () => reject(new TRPCError({ code: 'CLIENT_CLOSED_REQUEST' }))
  request.on('data', onData)
  request.once('end', () => resolve(Buffer.concat(chunks).toString()))
  request.once('close', onClose)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    request.off('data', onData)
    request.off('close', onClose)
  }
}
