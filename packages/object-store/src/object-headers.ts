import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { ObjectRecord } from './object-record.ts'
import { S3Error } from './s3-error.ts'
import type { S3Request } from './s3-request.ts'

const KEPT = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]
/** Request headers that promise something this store does not do. */
const UNSUPPORTED =
  /^x-amz-(server-side-encryption|object-lock|grant|tagging|website-redirect-location|write-offset)/

/** What an upload says about its object, to be given back with it. */
export function describeObject(request: S3Request): Pick<ObjectRecord, 'headers' | 'metadata'> {
  refuseUnsupported(request)
  const headers: Record<string, string> = {}
  for (const name of KEPT) {
    const value = request.incoming.headers[name]
    if (typeof value !== 'string') continue
    const kept = name === 'content-encoding' ? withoutAwsChunked(value) : value
    if (kept !== '') headers[name] = kept
  }
  const metadata = Object.fromEntries(request.headersUnder('x-amz-meta-'))
  for (const [name, value] of Object.entries(metadata)) assertHeader(`x-amz-meta-${name}`, value)
  return { headers, metadata }
}

/** Sets the headers of an object; a signed request may replace some by `response-*` parameters. */
export function setObjectHeaders(
  response: ServerResponse,
  record: ObjectRecord,
  request: S3Request,
): void {
  for (const name of KEPT) {
    const replacement = request.query.get(`response-${name}`)
    if (replacement !== undefined) assertHeader(name, replacement)
    const value = replacement ?? record.headers[name]
    if (value !== undefined) response.setHeader(name, value)
  }
  if (!response.hasHeader('content-type')) {
    response.setHeader('content-type', 'binary/octet-stream')
  }
  for (const [name, value] of Object.entries(record.metadata)) {
    response.setHeader(`x-amz-meta-${name}`, value)
  }
  response.setHeader('ETag', `"${record.etag}"`)
  response.setHeader('Last-Modified', new Date(record.modified).toUTCString())
}

function refuseUnsupported(request: S3Request): void {
  for (const suffix of request.headersUnder('x-amz-').keys()) {
    if (!UNSUPPORTED.test(`x-amz-${suffix}`)) continue
    throw new S3Error('NotImplemented', `x-amz-${suffix} is not supported.`)
  }
  const acl = request.header('x-amz-acl') ?? 'private'
  const storageClass = request.header('x-amz-storage-class') ?? 'STANDARD'
  if (acl !== 'private' || storageClass !== 'STANDARD') {
    throw new S3Error('NotImplemented', 'Objects are private and of class STANDARD.')
  }
}

// aws-chunked is how the body travelled, not how the object is encoded.
function withoutAwsChunked(value: string): string {
  const codings = value.split(',').map((coding) => coding.trim())
  return codings.filter((coding) => coding !== 'aws-chunked').join(', ')
}

function assertHeader(name: string, value: string): void {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
  } catch (cause) {
    throw new S3Error('InvalidArgument', `The value for ${name} cannot be a header.`, { cause })
  }
}
