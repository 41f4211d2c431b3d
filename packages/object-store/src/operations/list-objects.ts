import { answerXml } from '../answer.ts'
import { toByteKey } from '../key-index.ts'
import { fromToken, listPage, toToken } from '../listing.ts'
import type { ObjectRecord } from '../object-record.ts'
import { S3Error } from '../s3-error.ts'
import type { S3Request } from '../s3-request.ts'
import { bucketOf, integerParameter, isoTime } from './exchange.ts'
import type { Exchange } from './exchange.ts'

const MAX_KEYS = 1000
/** Records read at a time. */
const READ_AHEAD = 16

/** ListObjectsV2. */
export async function listObjects(exchange: Exchange): Promise<void> {
  const { store, request, response } = exchange
  const bucket = bucketOf(exchange)
  const prefix = request.query.get('prefix') ?? ''
  const delimiter = request.query.get('delimiter') ?? ''
  const token = request.query.get('continuation-token')
  const startAfter = request.query.get('start-after')
  const maxKeys = integerParameter(request, 'max-keys', {
    min: 0,
    max: 2 ** 31,
    otherwise: MAX_KEYS,
  })
  const encode = keyEncoding(request)
  const page = listPage(await store.objects.index(bucket).keys(), {
    prefix: toByteKey(prefix),
    delimiter: toByteKey(delimiter),
    after: token ? fromToken(token) : { key: toByteKey(startAfter ?? ''), isPrefix: false },
    limit: Math.min(maxKeys, MAX_KEYS),
  })
  const records = await readRecords(exchange, bucket, page.keys)
  answerXml(response, 'ListBucketResult', {
    Name: bucket,
    Prefix: encode(prefix),
    Delimiter: delimiter === '' ? undefined : encode(delimiter),
    MaxKeys: maxKeys,
    EncodingType: request.query.get('encoding-type'),
    KeyCount: records.length + page.commonPrefixes.length,
    StartAfter: startAfter === undefined ? undefined : encode(startAfter),
    ContinuationToken: token,
    NextContinuationToken: page.next && toToken(page.next),
    IsTruncated: page.next !== undefined,
    Contents: records.map((record) => ({
      Key: encode(record.key),
      LastModified: isoTime(record.modified),
      ETag: `"${record.etag}"`,
      Size: record.size,
      StorageClass: 'STANDARD',
    })),
    CommonPrefixes: page.commonPrefixes.map((folded) => ({ Prefix: encode(folded) })),
  })
}

/** How keys are written: as they are, or percent-encoded where the client asks for it. */
export function keyEncoding({ query }: S3Request): (key: string) => string {
  const type = query.get('encoding-type')
  if (type === undefined) return (key) => key
  if (type !== 'url') throw new S3Error('InvalidArgument', 'encoding-type is url or nothing.')
  return (key) => encodeURIComponent(key).replaceAll('%2F', '/')
}

// An object that was removed since the index was asked is left out.
async function readRecords({ store }: Exchange, bucket: string, keys: readonly string[]) {
  const records: ObjectRecord[] = []
  for (let at = 0; at < keys.length; at += READ_AHEAD) {
    const some = keys.slice(at, at + READ_AHEAD).map((key) => store.objects.find(bucket, key))
    for (const record of await Promise.all(some)) if (record) records.push(record)
  }
  return records
}
