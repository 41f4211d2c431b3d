import { S3Error } from './s3-error.ts'
import type { S3ErrorCode } from './s3-error.ts'
import type { S3Request } from './s3-request.ts'

/** What a request says about its own signature; nothing of it is checked yet but its form. */
export interface SignatureClaim {
  credential: { accessKeyId: string; date: string; region: string; service: string }
  signedAt: Date
  /** Only presigned links expire. */
  expiresSeconds: number | undefined
  signedHeaders: readonly string[]
  /** 64 lower-case hexadecimal digits. */
  signature: string
  payloadHash: string
}

const ALGORITHM = 'AWS4-HMAC-SHA256'
const MAX_EXPIRES_SECONDS = 7 * 24 * 3600

/** @throws S3Error AccessDenied without a signature, another code when it is malformed */
export function readClaim(request: S3Request): SignatureClaim {
  const authorization = request.incoming.headers.authorization
  const isPresigned = request.query.has('X-Amz-Signature') || request.query.has('X-Amz-Algorithm')
  if (authorization !== undefined && isPresigned) {
    throw new S3Error('InvalidArgument', 'Only one way of signing at a time.')
  }
  if (isPresigned) return readQueryClaim(request)
  if (authorization !== undefined) return readHeaderClaim(request, authorization)
  throw new S3Error('AccessDenied', 'Requests must be signed.')
}

function readQueryClaim(request: S3Request): SignatureClaim {
  const code = 'AuthorizationQueryParametersError'
  const parameter = (name: string) => request.query.get(`X-Amz-${name}`) ?? ''
  if (parameter('Algorithm') !== ALGORITHM) throw malformed(code, 'X-Amz-Algorithm')
  const expires = parameter('Expires')
  if (!/^[1-9]\d{0,5}$/.test(expires) || Number(expires) > MAX_EXPIRES_SECONDS) {
    throw malformed(code, 'X-Amz-Expires, 1 to 604800 seconds')
  }
  return makeClaim(code, {
    credential: parameter('Credential'),
    date: parameter('Date'),
    signedHeaders: parameter('SignedHeaders'),
    signature: parameter('Signature'),
    expiresSeconds: Number(expires),
    payloadHash: request.header('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
  })
}

function readHeaderClaim(request: S3Request, authorization: string): SignatureClaim {
  const code = 'AuthorizationHeaderMalformed'
  const [algorithm, ...rest] = authorization.split(' ')
  if (algorithm !== ALGORITHM) throw malformed(code, 'Authorization')
  const fields = new Map<string, string>()
  for (const field of rest.join('').split(',')) {
    const equals = field.indexOf('=')
    fields.set(field.slice(0, equals), field.slice(equals + 1))
  }
  const payloadHash = request.incoming.headers['x-amz-content-sha256']
  if (typeof payloadHash !== 'string') throw malformed(code, 'x-amz-content-sha256')
  return makeClaim(code, {
    credential: fields.get('Credential') ?? '',
    date: String(request.incoming.headers['x-amz-date']),
    signedHeaders: fields.get('SignedHeaders') ?? '',
    signature: fields.get('Signature') ?? '',
    expiresSeconds: undefined,
    payloadHash,
  })
}

interface RawClaim {
  credential: string
  date: string
  signedHeaders: string
  signature: string
  expiresSeconds: number | undefined
  payloadHash: string
}

function makeClaim(code: S3ErrorCode, raw: RawClaim): SignatureClaim {
  const scope = /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(raw.credential)
  const [, accessKeyId, date, region, service] = scope ?? []
  const signedAt = parseTime(raw.date)
  if (!accessKeyId || !date || !region || !service) throw malformed(code, 'the credential')
  if (!signedAt || !raw.date.startsWith(date)) throw malformed(code, 'the date')
  if (!/^[0-9a-f]{64}$/.test(raw.signature)) {
    throw new S3Error('SignatureDoesNotMatch', 'The signature is not 64 hexadecimal digits.')
  }
  const signedHeaders = raw.signedHeaders.split(';')
  if (!signedHeaders.includes('host') || raw.signedHeaders !== raw.signedHeaders.toLowerCase()) {
    throw malformed(code, 'the signed headers, which must have host')
  }
  const { signature, expiresSeconds, payloadHash } = raw
  const credential = { accessKeyId, date, region, service }
  return { credential, signedAt, expiresSeconds, signedHeaders, signature, payloadHash }
}

function parseTime(text: string): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second] = match
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time.getTime()) ? undefined : time
}

function malformed(code: S3ErrorCode, what: string): S3Error {
  return new S3Error(code, `Malformed or missing: ${what}.`)
}
