import { S3ServiceException } from '@aws-sdk/client-s3'

import { DomainError } from '../errors.ts'

/** The object or the bucket is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404
}

/** An If-Match did not hold. */
export function isPreconditionFailed(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412
}

/** Whatever else the store or the way to it did wrong: the caller may try again later. */
export function asStoreError(cause: unknown): DomainError {
  return new DomainError('store_unavailable', { cause })
}
