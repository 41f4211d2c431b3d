import type { ObjectRecord } from './object-record.ts'
import { S3Error } from './s3-error.ts'
import type { S3Request } from './s3-request.ts'

/**
 * The check that `If-None-Match: *` or `If-Match` of a write asks for.
 * @throws S3Error NotImplemented for other forms of If-None-Match, as S3 answers them
 */
export function writePrecondition(request: S3Request): (current: ObjectRecord | undefined) => void {
  const ifMatch = request.incoming.headers['if-match']
  const ifNoneMatch = request.incoming.headers['if-none-match']
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new S3Error('NotImplemented', 'A write knows If-None-Match only with *.')
  }
  return (current) => {
    if (ifNoneMatch !== undefined && current) {
      throw new S3Error('PreconditionFailed', 'There is an object under this key already.')
    }
    if (ifMatch === undefined) return
    if (!current) throw new S3Error('NoSuchKey', 'There is no object under this key.')
    if (!isEtagOf(current, ifMatch)) {
      throw new S3Error('PreconditionFailed', 'The object has another ETag.')
    }
  }
}

/** Checks `x-amz-copy-source-if-*` of a copy against its source. */
export function assertCopySource(request: S3Request, source: ObjectRecord): void {
  for (const [condition, value] of request.headersUnder('x-amz-copy-source-if-')) {
    if (condition !== 'match' && condition !== 'none-match') {
      throw new S3Error('NotImplemented', `x-amz-copy-source-if-${condition} is not supported.`)
    }
    if (isEtagOf(source, value) !== (condition === 'match')) {
      throw new S3Error('PreconditionFailed', 'The source has another ETag.')
    }
  }
}

function isEtagOf(record: ObjectRecord, value: string): boolean {
  return value === '*' || value.replaceAll('"', '') === record.etag
}
