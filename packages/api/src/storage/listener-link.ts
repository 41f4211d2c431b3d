import { createHash } from 'node:crypto'

import type { GetObjectCommand } from '@aws-sdk/client-s3'

/** No presigned GET lives longer. */
export const linkLifeMs = 3_600_000
/** A listener gets the same link again for so long. */
const linkStableMs = linkLifeMs / 2

/**
 * The start of the half hour that `now` lies in, shifted by listener so that links turn over evenly,
 * in whole seconds as signatures are dated.
 */
export function startOfWindow(listener: string, now: Date): Date {
  const hash = createHash('sha256').update(listener).digest().readUInt32BE()
  const shift = (hash % (linkStableMs / 1000)) * 1000
  return new Date(Math.floor((now.getTime() - shift) / linkStableMs) * linkStableMs + shift)
}

/** Signs into a link whose it is, so that no two listeners have the same. */
export function markListener(command: GetObjectCommand, listener: string): void {
  const mark = createHash('sha256').update(listener).digest('base64url').slice(0, 16)
  addQuery(command, 'x-segue-listener', mark)
}

/** Adds a query parameter before the request is signed. Stores ignore names they don't know. */
function addQuery(command: GetObjectCommand, name: string, value: string): void {
  command.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { query?: Record<string, string> }
      request.query = { ...request.query, [name]: value }
      return next(args)
    },
    { step: 'build', name: `add-${name}` },
  )
}
