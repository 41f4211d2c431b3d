import {
  createBucket,
  deleteBucket,
  deleteBucketCors,
  getBucketCors,
  getBucketLocation,
  headBucket,
  listBuckets,
  putBucketCors,
} from './operations/buckets.ts'
import { deleteObject, deleteObjects } from './operations/delete-objects.ts'
import type { Operation } from './operations/exchange.ts'
import { listObjects } from './operations/list-objects.ts'
import { listMultipartUploads, listParts } from './operations/list-uploads.ts'
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  uploadPart,
} from './operations/multipart.ts'
import { readObject } from './operations/read-object.ts'
import { copyObject, putObject } from './operations/write-object.ts'
import { S3Error } from './s3-error.ts'
import type { S3Request } from './s3-request.ts'

interface Route {
  method: string
  on: 'service' | 'bucket' | 'object'
  /** The query parameter (`name` or `name=value`) or header that chooses this one. */
  when?: string
  header?: string
  /** Further query parameters the operation understands. */
  parameters?: readonly string[]
  operation: Operation
}

const LISTING = [
  'prefix',
  'delimiter',
  'max-keys',
  'continuation-token',
  'start-after',
  'encoding-type',
  'fetch-owner',
]
const UPLOADS = ['prefix', 'max-uploads', 'key-marker', 'upload-id-marker', 'encoding-type']
const OVERRIDES = [
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
]

/** What of S3 the store speaks. The first route that fits is taken. */
const ROUTES: readonly Route[] = [
  { method: 'GET', on: 'service', operation: listBuckets },
  { method: 'GET', on: 'bucket', when: 'list-type=2', parameters: LISTING, operation: listObjects },
  { method: 'GET', on: 'bucket', when: 'cors', operation: getBucketCors },
  { method: 'GET', on: 'bucket', when: 'location', operation: getBucketLocation },
  {
    method: 'GET',
    on: 'bucket',
    when: 'uploads',
    parameters: UPLOADS,
    operation: listMultipartUploads,
  },
  { method: 'HEAD', on: 'bucket', operation: headBucket },
  { method: 'PUT', on: 'bucket', when: 'cors', operation: putBucketCors },
  { method: 'PUT', on: 'bucket', operation: createBucket },
  { method: 'DELETE', on: 'bucket', when: 'cors', operation: deleteBucketCors },
  { method: 'DELETE', on: 'bucket', operation: deleteBucket },
  { method: 'POST', on: 'bucket', when: 'delete', operation: deleteObjects },
  {
    method: 'GET',
    on: 'object',
    when: 'uploadId',
    parameters: ['max-parts', 'part-number-marker', 'encoding-type'],
    operation: listParts,
  },
  { method: 'GET', on: 'object', parameters: OVERRIDES, operation: readObject },
  { method: 'HEAD', on: 'object', parameters: OVERRIDES, operation: readObject },
  {
    method: 'PUT',
    on: 'object',
    when: 'uploadId',
    parameters: ['partNumber'],
    operation: uploadPart,
  },
  { method: 'PUT', on: 'object', header: 'x-amz-copy-source', operation: copyObject },
  { method: 'PUT', on: 'object', operation: putObject },
  { method: 'DELETE', on: 'object', when: 'uploadId', operation: abortMultipartUpload },
  { method: 'DELETE', on: 'object', operation: deleteObject },
  { method: 'POST', on: 'object', when: 'uploads', operation: createMultipartUpload },
  { method: 'POST', on: 'object', when: 'uploadId', operation: completeMultipartUpload },
]

/**
 * The operation a request asks for. A parameter nobody understands could change its meaning
 * (`?acl`, `?versionId`), so it is refused rather than ignored.
 * @throws S3Error NotImplemented
 */
export function route(request: S3Request): Operation {
  const on =
    request.key !== undefined ? 'object' : request.bucket !== undefined ? 'bucket' : 'service'
  for (const candidate of ROUTES) {
    if (candidate.method === request.method && candidate.on === on && fits(candidate, request)) {
      return candidate.operation
    }
  }
  throw new S3Error('NotImplemented', 'The store does not have this operation.')
}

function fits({ when, header, parameters = [] }: Route, request: S3Request): boolean {
  const [name, value] = when?.split('=') ?? []
  if (name !== undefined && !request.query.has(name)) return false
  if (value !== undefined && request.query.get(name ?? '') !== value) return false
  if (header !== undefined && request.header(header) === undefined) return false
  return [...request.query.keys()].every(
    (parameter) =>
      parameter === name ||
      // S3 ignores names of that kind, so that links can carry words for its access log.
      /^x-/i.test(parameter) ||
      parameters.includes(parameter),
  )
}
