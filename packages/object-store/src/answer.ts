import type { ServerResponse } from 'node:http'
import type { S3Error } from './s3-error.ts'
import { buildXml } from './xml.ts'
import type { XmlValue } from './xml.ts'

type Children = { readonly [name: string]: XmlValue }

/** What every answer carries: a stored file is never a page or a script of the site it comes from. */
export function setStandingHeaders(response: ServerResponse, requestId: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'")
  response.setHeader('x-amz-request-id', requestId)
}

export function answerXml(response: ServerResponse, root: string, children: Children): void {
  writeXml(response, 200, buildXml({ [root]: { '@xmlns': NAMESPACE, ...children } }))
  response.end()
}

/** An answer without a body. */
export function answerEmpty(response: ServerResponse, status: 200 | 204): void {
  response.statusCode = status
  if (status === 200) response.setHeader('Content-Length', 0)
  response.end()
}

/**
 * An error as S3 writes it; a HEAD request gets the status alone. The answer goes out, but its
 * end is left to the caller: the connection may close then, and the client may still be sending.
 */
export function answerError(response: ServerResponse, error: S3Error): void {
  for (const name of response.getHeaderNames()) {
    if (DESCRIBES_AN_OBJECT.has(name)) response.removeHeader(name)
  }
  const requestId = String(response.getHeader('x-amz-request-id'))
  writeXml(
    response,
    error.status,
    buildXml({ Error: { Code: error.code, Message: error.message, RequestId: requestId } }),
  )
}

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/'
const DESCRIBES_AN_OBJECT = new Set([
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'etag',
  'expires',
  'last-modified',
])

function writeXml(response: ServerResponse, status: number, xml: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/xml')
  response.setHeader('Content-Length', Buffer.byteLength(xml))
  if (response.req.method === 'HEAD') response.flushHeaders()
  else response.write(xml)
}
