import type { Server, ServerResponse } from 'node:http'

import { StartError } from './start-error.ts'

/** Files on their way to or from the store may go on for so long after a stop began. */
const fileGraceMs = 8_000
/** Calls of the API for so long: the longest verifies an upload. */
const callGraceMs = 65_000

/**
 * Takes the port.
 * @returns the port, which differs from the one asked for when that was 0
 * @throws StartError when it cannot be taken
 */
export async function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<number> {
  trackRequests(server)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject).listen(port, host, resolve)
  try {
    await promise
  } catch (cause) {
    throw explain(cause as NodeJS.ErrnoException, host, port)
  } finally {
    server.off('error', reject)
  }
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

function explain(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  const complaints: Record<string, string> = {
    EADDRINUSE: `port ${port} is taken: stop what listens there, or set PORT to another`,
    EACCES: `port ${port} may not be taken by this user: set PORT to one above 1023`,
    EADDRNOTAVAIL: `this machine has no address ${host}: set HOST to one of its own, or 0.0.0.0`,
    ENOTFOUND: `there is no host ${host}: set HOST to an address of this machine, or 0.0.0.0`,
  }
  const complaint = complaints[cause.code ?? '']
  return complaint ? new StartError(complaint, { cause }) : cause
}

/** Takes no new connection and resolves when the requests in flight are answered. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return
  server.prependListener('request', (_, response) => response.setHeader('connection', 'close'))
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  // A connection kept alive becomes idle only when its request is answered.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const cutFiles = setTimeout(() => destroyFiles(server), fileGraceMs)
  const cutAll = setTimeout(() => server.closeAllConnections(), callGraceMs)
  await promise
  clearInterval(idle)
  clearTimeout(cutFiles)
  clearTimeout(cutAll)
}

const inFlight = new WeakMap<Server, Set<ServerResponse>>()

function trackRequests(server: Server): void {
  const responses = new Set<ServerResponse>()
  inFlight.set(server, responses)
  server.on('request', (_, response) => {
    responses.add(response)
    response.once('close', () => responses.delete(response))
  })
}

function destroyFiles(server: Server): void {
  for (const response of inFlight.get(server) ?? [])
    if (!response.req.url?.startsWith('/trpc/')) response.destroy()
}
