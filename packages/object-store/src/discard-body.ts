import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'

const MAX_BYTES = 1024 ** 3
const MAX_MS = 30_000

/**
 * Reads the rest of a refused upload to nowhere. Closing the connection instead would reset it
 * while the client still sends, and the answer would be lost; limits keep that from being used.
 * Resolves when the body has ended or was cut.
 */
export async function discardBody(incoming: IncomingMessage): Promise<void> {
  if (incoming.complete || incoming.destroyed) {
    incoming.resume()
    return
  }
  let left = MAX_BYTES
  const timer = setTimeout(() => incoming.destroy(), MAX_MS)
  incoming.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) incoming.destroy()
  })
  try {
    await finished(incoming.resume(), { writable: false })
  } catch {
    // The client hung up, or a limit was reached: nobody is left to be told.
  } finally {
    clearTimeout(timer)
  }
}
