import { answerEmpty, answerXml } from '../answer.ts'
import { describeObject } from '../object-headers.ts'
import type { ObjectRecord } from '../object-record.ts'
import { assertCopySource, writePrecondition } from '../preconditions.ts'
import { RequestBody } from '../request-body.ts'
import { S3Error } from '../s3-error.ts'
import { assertKey } from '../s3-request.ts'
import type { S3Request } from '../s3-request.ts'
import { isoTime, objectOf } from './exchange.ts'
import type { Exchange } from './exchange.ts'

/** PutObject. */
export async function putObject(exchange: Exchange): Promise<void> {
  const { store, request, response, payloadHash } = exchange
  const { bucket, key } = objectOf(exchange)
  const description = describeObject(request)
  const precondition = writePrecondition(request)
  precondition(await store.objects.find(bucket, key))
  const body = new RequestBody(request, payloadHash)
  const segment = await store.blobs.receive(body)
  const record: ObjectRecord = {
    key,
    size: segment.size,
    etag: body.md5,
    modified: store.now(),
    segments: segment.size > 0 ? [segment] : [],
    checksum: body.checksum,
    ...description,
  }
  try {
    const place = async () => {
      if (segment.size > 0) await store.blobs.place(segment.blob)
    }
    await store.objects.replace(bucket, { record, place, precondition })
  } finally {
    await store.blobs.discard(segment.blob)
  }
  response.setHeader('ETag', `"${record.etag}"`)
  if (record.checksum) {
    response.setHeader(`x-amz-checksum-${record.checksum.algorithm}`, record.checksum.value)
  }
  answerEmpty(response, 200)
}

/** CopyObject: gives the source's blobs second names, so that size does not matter. */
export async function copyObject(exchange: Exchange): Promise<void> {
  const { store, request, response } = exchange
  const { bucket, key } = objectOf(exchange)
  const from = copySource(request)
  const replaces = replacesMetadata(request)
  if (!replaces && from.bucket === bucket && from.key === key) {
    throw new S3Error('InvalidRequest', 'An object is copied onto itself only to change it.')
  }
  const description = describeObject(request)
  store.buckets.get(from.bucket)
  const { record: source, release } = await store.objects.hold(from.bucket, from.key)
  try {
    assertCopySource(request, source)
    const { segments, place } = store.blobs.planCopy(source.segments)
    const record: ObjectRecord = {
      ...source,
      ...(replaces ? description : {}),
      key,
      modified: store.now(),
      segments,
      uploadId: undefined,
    }
    const precondition = writePrecondition(request)
    await store.objects.replace(bucket, { record, place, precondition })
    answerXml(response, 'CopyObjectResult', {
      ETag: `"${record.etag}"`,
      LastModified: isoTime(record.modified),
    })
  } finally {
    release()
  }
}

function copySource(request: S3Request): { bucket: string; key: string } {
  const source = request.header('x-amz-copy-source') ?? ''
  if (source.includes('?')) throw new S3Error('NotImplemented', 'There are no object versions.')
  let path
  try {
    path = decodeURIComponent(source).replace(/^\//, '')
  } catch (cause) {
    throw new S3Error('InvalidArgument', 'x-amz-copy-source is not URL-encoded.', { cause })
  }
  const slash = path.indexOf('/')
  if (slash < 1) throw new S3Error('InvalidArgument', 'x-amz-copy-source is bucket/key.')
  const key = path.slice(slash + 1)
  assertKey(key)
  return { bucket: path.slice(0, slash), key }
}

function replacesMetadata(request: S3Request): boolean {
  const directive = request.header('x-amz-metadata-directive') ?? 'COPY'
  if (directive !== 'COPY' && directive !== 'REPLACE') {
    throw new S3Error('InvalidArgument', 'x-amz-metadata-directive is COPY or REPLACE.')
  }
  return directive === 'REPLACE'
}
