/** Every error code the store answers with, and its HTTP status (S3 API reference, "Error responses"). */
const STATUS = {
  AccessDenied: 403,
  AccessForbidden: 403,
  AuthorizationHeaderMalformed: 400,
  AuthorizationQueryParametersError: 400,
  BadDigest: 400,
  BucketAlreadyOwnedByYou: 409,
  BucketNotEmpty: 409,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  IncompleteBody: 400,
  InsufficientStorage: 507,
  InternalError: 500,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidBucketName: 400,
  InvalidDigest: 400,
  InvalidPart: 400,
  InvalidPartOrder: 400,
  InvalidRange: 416,
  InvalidRequest: 400,
  InvalidURI: 400,
  KeyTooLongError: 400,
  MalformedTrailerError: 400,
  MalformedXML: 400,
  MaxMessageLengthExceeded: 400,
  MethodNotAllowed: 405,
  MissingContentLength: 411,
  NoSuchBucket: 404,
  NoSuchCORSConfiguration: 404,
  NoSuchKey: 404,
  NoSuchUpload: 404,
  NotImplemented: 501,
  PreconditionFailed: 412,
  RequestTimeTooSkewed: 403,
  ServiceUnavailable: 503,
  SignatureDoesNotMatch: 403,
  XAmzContentSHA256Mismatch: 400,
} as const

export type S3ErrorCode = keyof typeof STATUS

/** An error that is answered to the client as S3's XML, with its code and message. */
export class S3Error extends Error {
  readonly code: S3ErrorCode
  readonly status: number

  constructor(code: S3ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'S3Error'
    this.code = code
    this.status = STATUS[code]
  }
}

const BROKEN_CONNECTION = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'])
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** The `code` of a Node system error (`ENOENT`, ...), if it is one. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Turns whatever was thrown into what the client is told; a full disk has a code of its own. */
export function toS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error
  const code = systemErrorCode(error) ?? ''
  if (DISK_FULL.has(code)) {
    return new S3Error('InsufficientStorage', 'The store has no room for this object.', {
      cause: error,
    })
  }
  if (BROKEN_CONNECTION.has(code)) {
    return new S3Error('IncompleteBody', 'The connection ended early.', { cause: error })
  }
  return new S3Error('InternalError', 'The store could not do this.', { cause: error })
}
