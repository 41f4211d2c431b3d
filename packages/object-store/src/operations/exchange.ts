import type { ServerResponse } from 'node:http'
import type { Blobs } from '../blobs.ts'
import type { Buckets } from '../buckets.ts'
import type { MultipartUploads } from '../multipart-uploads.ts'
import type { Objects } from '../objects.ts'
import { RequestBody } from '../request-body.ts'
import { S3Error } from '../s3-error.ts'
import type { S3Request } from '../s3-request.ts'
import { parseXml } from '../xml.ts'
import type { XmlElement } from '../xml.ts'

/** The parts of an open store that operations work on. */
export interface Store {
  region: string
  now: () => number
  blobs: Blobs
  buckets: Buckets
  objects: Objects
  uploads: MultipartUploads
}

/** One authorised request and its answer. */
export interface Exchange {
  store: Store
  request: S3Request
  response: ServerResponse
  /** As signed; says how the body is checked. */
  payloadHash: string
}

export type Operation = (exchange: Exchange) => Promise<void>

/** 10,000 parts with their checksums stay below it. */
const MAX_XML_BYTES = 4 * 1024 ** 2

/** The bucket a request names. @throws S3Error NoSuchBucket */
export function bucketOf({ store, request }: Exchange): string {
  return store.buckets.get(request.bucket ?? '').name
}

/** The bucket and key a request names. @throws S3Error NoSuchBucket */
export function objectOf(exchange: Exchange): { bucket: string; key: string } {
  return { bucket: bucketOf(exchange), key: exchange.request.key ?? '' }
}

/** The XML document in a request's body. @throws S3Error MalformedXML, EntityTooLarge */
export async function readXml(
  { request, payloadHash }: Exchange,
  root: string,
): Promise<XmlElement> {
  const chunks: Buffer[] = []
  for await (const chunk of new RequestBody(request, payloadHash, MAX_XML_BYTES)) chunks.push(chunk)
  return parseXml(Buffer.concat(chunks).toString(), root)
}

/** A whole number from a query parameter. @throws S3Error InvalidArgument when out of range */
export function integerParameter(
  { query }: S3Request,
  name: string,
  { min, max, otherwise }: { min: number; max: number; otherwise: number },
): number {
  const text = query.get(name)
  if (text === undefined) return otherwise
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1
  if (value < min || value > max) {
    throw new S3Error('InvalidArgument', `${name} is a number from ${min} to ${max}.`)
  }
  return value
}

/** The time as S3's XML has it. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
