import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http'

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** The `Code` of an S3 error. */
  code: string | undefined
}

/** A request whose path is sent exactly as it is written, over a connection of its own. */
export async function rawRequest(
  method: string,
  url: string,
  { headers = {}, body }: { headers?: OutgoingHttpHeaders; body?: Buffer | string } = {},
): Promise<RawAnswer> {
  const { hostname, port, origin } = new URL(url)
  const path = url.slice(origin.length)
  const outgoing = request({ hostname, port, method, path, headers, agent: false })
  outgoing.end(body)
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  const bytes = Buffer.concat(await incoming.toArray())
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    body: bytes,
    code: /<Code>(.*)<\/Code>/.exec(bytes.toString())?.[1],
  }
}
