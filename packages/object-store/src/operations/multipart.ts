import { answerEmpty, answerXml } from '../answer.ts'
import { multipartEtag } from '../multipart-uploads.ts'
import type { MultipartUpload, UploadedPart } from '../multipart-uploads.ts'
import { describeObject } from '../object-headers.ts'
import { writePrecondition } from '../preconditions.ts'
import { RequestBody } from '../request-body.ts'
import { S3Error } from '../s3-error.ts'
import { malformedXml } from '../xml.ts'
import type { XmlElement } from '../xml.ts'
import { integerParameter, objectOf, readXml } from './exchange.ts'
import type { Exchange } from './exchange.ts'

const MAX_PARTS = 10_000
const MIN_PART_BYTES = 5 * 1024 ** 2

export async function createMultipartUpload(exchange: Exchange): Promise<void> {
  const { store, request, response } = exchange
  const { bucket, key } = objectOf(exchange)
  const id = await store.uploads.create({ bucket, key, ...describeObject(request) })
  answerXml(response, 'InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: id })
}

export async function uploadPart(exchange: Exchange): Promise<void> {
  const { store, request, response, payloadHash } = exchange
  if (request.header('x-amz-copy-source') !== undefined) {
    throw new S3Error('NotImplemented', 'Parts cannot be copied from objects.')
  }
  const upload = await uploadOf(exchange)
  const number = integerParameter(request, 'partNumber', { min: 1, max: MAX_PARTS, otherwise: 0 })
  const body = new RequestBody(request, payloadHash)
  const segment = await store.blobs.receive(body)
  const { md5: etag, checksum } = body
  try {
    const part = { ...segment, number, etag, modified: store.now(), checksum }
    await store.uploads.putPart(upload, part)
  } finally {
    await store.blobs.discard(segment.blob)
  }
  response.setHeader('ETag', `"${etag}"`)
  if (checksum) response.setHeader(`x-amz-checksum-${checksum.algorithm}`, checksum.value)
  answerEmpty(response, 200)
}

/** CompleteMultipartUpload. Sent again after it succeeded, it answers the same. */
export async function completeMultipartUpload(exchange: Exchange): Promise<void> {
  const { store, request, response } = exchange
  const { bucket, key } = objectOf(exchange)
  const id = request.query.get('uploadId') ?? ''
  const wanted = await readXml(exchange, 'CompleteMultipartUpload')
  const precondition = writePrecondition(request)
  const etag = await store.uploads.exclusively(id, async () => {
    const current = await store.objects.find(bucket, key)
    if (current?.uploadId === id) return current.etag
    const upload = await store.uploads.get(bucket, key, id)
    const parts = choosePartsInOrder(wanted, await store.uploads.parts(id))
    const { segments, place } = store.uploads.planSegments(id, parts)
    const size = segments.reduce((sum, segment) => sum + segment.size, 0)
    const { headers, metadata } = upload
    const etag = multipartEtag(parts)
    const modified = store.now()
    const record = { key, size, etag, modified, segments, headers, metadata, uploadId: id }
    await store.objects.replace(bucket, { record, place, precondition })
    return etag
  })
  answerXml(response, 'CompleteMultipartUploadResult', {
    Location: request.path,
    Bucket: bucket,
    Key: key,
    ETag: `"${etag}"`,
  })
}

export async function abortMultipartUpload(exchange: Exchange): Promise<void> {
  const { id } = await uploadOf(exchange)
  await exchange.store.uploads.abort(id)
  answerEmpty(exchange.response, 204)
}

async function uploadOf(exchange: Exchange): Promise<MultipartUpload> {
  const { bucket, key } = objectOf(exchange)
  return exchange.store.uploads.get(bucket, key, exchange.request.query.get('uploadId') ?? '')
}

function choosePartsInOrder(wanted: XmlElement, uploaded: UploadedPart[]): UploadedPart[] {
  const byNumber = new Map(uploaded.map((part) => [part.number, part]))
  const parts = wanted.all('Part').map((element) => choosePart(element, byNumber))
  if (parts.length === 0 || parts.length > MAX_PARTS) throw malformedXml()
  for (const [index, part] of parts.entries()) {
    if (part.number <= (parts[index - 1]?.number ?? 0)) {
      throw new S3Error('InvalidPartOrder', 'Parts are listed in ascending order, each once.')
    }
  }
  if (parts.slice(0, -1).some((part) => part.size < MIN_PART_BYTES)) {
    throw new S3Error('EntityTooSmall', 'All parts but the last have at least 5 MiB.')
  }
  return parts
}

function choosePart(element: XmlElement, byNumber: Map<number, UploadedPart>): UploadedPart {
  const part = byNumber.get(Number(element.text('PartNumber')))
  if (!part || element.text('ETag')?.replaceAll('"', '') !== part.etag) {
    throw new S3Error('InvalidPart', 'A part is missing or has another ETag.')
  }
  const { checksum } = part
  const given = checksum && element.text(`Checksum${checksum.algorithm.toUpperCase()}`)
  if (given !== undefined && given !== checksum?.value) {
    throw new S3Error('InvalidPart', 'A part has another checksum.')
  }
  return part
}
