import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'

/** A socket on which nothing moves for so long is closed. */
const idleMs = 120_000
/** The head of a request comes in so long even over a bad line. */
const headersMs = 20_000
/** A body too, unless the store is to keep it. */
const bodyMs = 40_000
/** Longer addresses are none of ours: the API's own programs split calls before. */
const maxUrlLength = 8_192

/** Keeps slow and broken requests from holding connections. */
export function limitConnections(server: Server, headers: Headers, within = headersMs): void {
  // Node's default would cut uploads that take longer than 5 minutes.
  server.requestTimeout = 0
  server.headersTimeout = within
  server.timeout = idleMs
  server.keepAliveTimeout = 65_000
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Where an answer is on its way, ours would be read as a part of it.
    const isAnswering = Boolean(Reflect.get(socket, '_httpMessage'))
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) {
      socket.destroy()
      return
    }
    const status = statuses[error.code ?? ''] ?? 400
    const lines = [...headers].map(([name, value]) => `${name}: ${value}`)
    const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'connection: close', ...lines]
    socket.end(`${[...head, 'content-length: 0'].join('\r\n')}\r\n\r\n`)
  })
}

const statuses: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
}

/** Whether a request's address is too long to be looked at. */
export function isTooLong({ url = '' }: IncomingMessage): boolean {
  return url.length > maxUrlLength
}

/** Ends a connection whose request's body dribbles in. */
export function cutSlowBody(
  request: IncomingMessage,
  response: ServerResponse,
  within = bodyMs,
): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (length === undefined && encoding === undefined) return
  const cut = setTimeout(() => request.complete || request.destroy(), within).unref()
  response.once('close', () => request.complete && clearTimeout(cut))
}
