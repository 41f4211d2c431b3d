import { answerXml } from '../answer.ts'
import { toByteKey } from '../key-index.ts'
import type { MultipartUpload } from '../multipart-uploads.ts'
import { bucketOf, integerParameter, isoTime, objectOf } from './exchange.ts'
import type { Exchange } from './exchange.ts'
import { keyEncoding } from './list-objects.ts'

const MAX_ITEMS = 1000

/** ListParts. */
export async function listParts(exchange: Exchange): Promise<void> {
  const { store, request, response } = exchange
  const { bucket, key } = objectOf(exchange)
  const { id } = await store.uploads.get(bucket, key, request.query.get('uploadId') ?? '')
  const range = { min: 0, max: 2 ** 31 }
  const limit = integerParameter(request, 'max-parts', { ...range, otherwise: MAX_ITEMS })
  const after = integerParameter(request, 'part-number-marker', { ...range, otherwise: 0 })
  const rest = (await store.uploads.parts(id)).filter((part) => part.number > after)
  const page = rest.slice(0, Math.min(limit, MAX_ITEMS))
  answerXml(response, 'ListPartsResult', {
    Bucket: bucket,
    Key: keyEncoding(request)(key),
    UploadId: id,
    PartNumberMarker: after,
    NextPartNumberMarker: page.at(-1)?.number ?? after,
    MaxParts: limit,
    IsTruncated: rest.length > page.length,
    Part: page.map((part) => ({
      PartNumber: part.number,
      LastModified: isoTime(part.modified),
      ETag: `"${part.etag}"`,
      Size: part.size,
    })),
  })
}

/** ListMultipartUploads. */
export async function listMultipartUploads(exchange: Exchange): Promise<void> {
  const { store, request, response } = exchange
  const bucket = bucketOf(exchange)
  const prefix = request.query.get('prefix') ?? ''
  const encode = keyEncoding(request)
  const limit = integerParameter(request, 'max-uploads', {
    min: 1,
    max: 2 ** 31,
    otherwise: MAX_ITEMS,
  })
  const marker = request.query.get('key-marker') ?? ''
  const idMarker = request.query.get('upload-id-marker') ?? ''
  const rest: MultipartUpload[] = []
  for await (const upload of store.uploads.all()) {
    const isWanted = upload.bucket === bucket && upload.key.startsWith(prefix)
    if (isWanted && isAfter(upload, marker, idMarker)) rest.push(upload)
  }
  rest.sort((a, b) => (isAfter(a, b.key, b.id) ? 1 : -1))
  const page = rest.slice(0, Math.min(limit, MAX_ITEMS))
  const isTruncated = rest.length > page.length
  const last = isTruncated ? page.at(-1) : undefined
  answerXml(response, 'ListMultipartUploadsResult', {
    Bucket: bucket,
    Prefix: encode(prefix),
    KeyMarker: encode(marker),
    UploadIdMarker: idMarker,
    NextKeyMarker: last && encode(last.key),
    NextUploadIdMarker: last?.id,
    EncodingType: request.query.get('encoding-type'),
    MaxUploads: limit,
    IsTruncated: isTruncated,
    Upload: page.map((upload) => ({
      Key: encode(upload.key),
      UploadId: upload.id,
      Initiated: isoTime(upload.created),
      StorageClass: 'STANDARD',
    })),
  })
}

// Without an id marker, every upload of the marker's key is behind.
function isAfter(upload: MultipartUpload, key: string, id: string): boolean {
  const a = toByteKey(upload.key)
  const b = toByteKey(key)
  return a === b ? id !== '' && upload.id > id : a > b
}
