import type { IncomingMessage } from 'node:http'
import { S3Error } from './s3-error.ts'

/** One request, its address taken apart. Header values are as Node gives them. */
export interface S3Request {
  incoming: IncomingMessage
  method: string
  /** The decoded path as the client signed it, prefix included. */
  path: string
  bucket: string | undefined
  key: string | undefined
  query: ReadonlyMap<string, string>
  /** A header, or the query parameter a presigned link carries it in. */
  header(name: string): string | undefined
  /** The same for every name that starts with `prefix`; the prefix is cut off. */
  headersUnder(prefix: string): Map<string, string>
}

const MAX_KEY_BYTES = 1024

/**
 * Takes the address of a request apart: `<prefix>/<bucket>/<key>?<query>`.
 * @throws S3Error InvalidURI, InvalidArgument (a query parameter twice), KeyTooLongError
 */
export function parseRequest(incoming: IncomingMessage, pathPrefix: string): S3Request {
  const url = incoming.url ?? '/'
  const mark = url.indexOf('?')
  const path = decode(mark < 0 ? url : url.slice(0, mark))
  const query = parseQuery(mark < 0 ? '' : url.slice(mark + 1))
  const { bucket, key } = splitPath(path, pathPrefix)
  return {
    incoming,
    method: incoming.method ?? 'GET',
    path,
    bucket,
    key,
    query,
    header: (name) => incomingHeader(incoming, name) ?? hoistedHeader(query, name),
    headersUnder: (prefix) => namesUnder(incoming, query, prefix),
  }
}

function splitPath(path: string, prefix: string) {
  if (!path.startsWith(`${prefix}/`)) throw new S3Error('InvalidURI', 'Not a path of this store.')
  const rest = path.slice(prefix.length + 1)
  const slash = rest.indexOf('/')
  const bucket = (slash < 0 ? rest : rest.slice(0, slash)) || undefined
  const key = (slash < 0 ? '' : rest.slice(slash + 1)) || undefined
  if (key !== undefined) assertKey(key)
  return { bucket, key }
}

/** @throws S3Error when `key` is longer than S3 allows or cannot be written in XML. */
export function assertKey(key: string): void {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new S3Error('KeyTooLongError', 'A key has at most 1024 bytes.')
  }
  if (key.includes('\0')) throw new S3Error('InvalidArgument', 'A key has no NUL.')
}

function parseQuery(text: string): Map<string, string> {
  const query = new Map<string, string>()
  const seen = new Set<string>()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    if (seen.has(name.toLowerCase())) {
      throw new S3Error('InvalidArgument', 'A query parameter was given twice.')
    }
    seen.add(name.toLowerCase())
    query.set(name, equals < 0 ? '' : decode(pair.slice(equals + 1)))
  }
  return query
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new S3Error('InvalidURI', 'The address is not well-formed percent-encoded UTF-8.', {
      cause,
    })
  }
}

function incomingHeader(incoming: IncomingMessage, name: string): string | undefined {
  const value = incoming.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

// Presigning moves x-amz-* headers into the query, where their names keep or change their case.
function hoistedHeader(query: ReadonlyMap<string, string>, name: string): string | undefined {
  if (!name.startsWith('x-amz-')) return undefined
  for (const [parameter, value] of query) if (parameter.toLowerCase() === name) return value
  return undefined
}

function namesUnder(incoming: IncomingMessage, query: ReadonlyMap<string, string>, prefix: string) {
  const found = new Map<string, string>()
  for (const [parameter, value] of query) {
    const name = parameter.toLowerCase()
    if (name.startsWith(prefix)) found.set(name.slice(prefix.length), value)
  }
  for (const name of Object.keys(incoming.headers)) {
    if (name.startsWith(prefix)) {
      found.set(name.slice(prefix.length), incomingHeader(incoming, name) ?? '')
    }
  }
  return found
}
