import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Hash, Hmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import { readClaim } from './signature-claim.ts'
import type { SignatureClaim } from './signature-claim.ts'
import { S3Error } from './s3-error.ts'
import type { S3Request } from './s3-request.ts'

export interface SignatureOptions {
  accessKeyId: string
  secretAccessKey: string
  region: string
  /** Hosts the client may have signed for besides the request's own Host header. */
  hosts: readonly string[]
  now: () => number
}

const ALGORITHM = 'AWS4-HMAC-SHA256'
const MAX_SKEW_MS = 15 * 60_000

class Sha256 {
  #digest: Hash | Hmac

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    if (secret === undefined) this.#digest = createHash('sha256')
    else this.#digest = createHmac('sha256', toKey(secret))
  }

  update(data: Uint8Array): void {
    this.#digest.update(data)
  }

  async digest(): Promise<Uint8Array> {
    return this.#digest.digest()
  }
}

function toKey(secret: string | ArrayBuffer | ArrayBufferView): string | Uint8Array {
  if (typeof secret === 'string') return secret
  if (secret instanceof ArrayBuffer) return new Uint8Array(secret)
  return new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
}

/**
 * Checks AWS Signature Version 4 on a request, in its headers or presigned in its query.
 * The canonical form is built by AWS's own signer, from exactly the headers that the client says
 * it signed. See "Authenticating Requests (AWS Signature Version 4)" in the S3 API reference.
 */
export class SignatureVerifier extends SignatureV4 {
  readonly #options: SignatureOptions

  constructor(options: SignatureOptions) {
    super({
      service: 's3',
      region: options.region,
      credentials: options,
      sha256: Sha256,
      uriEscapePath: false,
    })
    this.#options = options
  }

  /**
   * @returns the signed payload hash: hex SHA-256 of the body, or one of S3's constants for it
   * @throws S3Error with status 400 or 403 when the request is not signed by the key's owner, now
   */
  async verify(request: S3Request): Promise<string> {
    const claim = readClaim(request)
    this.#checkScope(claim)
    this.#checkTime(claim)
    const headers = signedHeaders(request, claim)
    for (const host of [request.incoming.headers.host ?? '', ...this.#options.hosts]) {
      const expected = await this.#signatureFor(request, claim, { ...headers, host })
      if (isSameSignature(expected, claim.signature)) return claim.payloadHash
    }
    throw new S3Error('SignatureDoesNotMatch', 'The signature does not match this request.')
  }

  #checkScope({ credential }: SignatureClaim): void {
    if (credential.accessKeyId !== this.#options.accessKeyId) {
      throw new S3Error('InvalidAccessKeyId', 'There is no such access key.')
    }
    if (credential.region !== this.#options.region || credential.service !== 's3') {
      throw new S3Error(
        'AuthorizationHeaderMalformed',
        `Requests are signed for s3 in the region ${this.#options.region}.`,
      )
    }
  }

  #checkTime({ signedAt, expiresSeconds }: SignatureClaim): void {
    const age = this.#options.now() - signedAt.getTime()
    if (age < -MAX_SKEW_MS || (expiresSeconds === undefined && age > MAX_SKEW_MS)) {
      throw new S3Error('RequestTimeTooSkewed', "The request's time is too far from the store's.")
    }
    if (expiresSeconds !== undefined && age > expiresSeconds * 1000) {
      throw new S3Error('AccessDenied', 'Request has expired.')
    }
  }

  async #signatureFor(
    request: S3Request,
    { signedAt, credential, payloadHash }: SignatureClaim,
    headers: Record<string, string>,
  ): Promise<string> {
    const canonical = this.createCanonicalRequest(
      {
        method: request.method,
        protocol: 'http:',
        hostname: '',
        path: encodePath(request.path),
        query: Object.fromEntries(request.query),
        headers,
      },
      headers,
      payloadHash,
    )
    const { longDate } = this.formatDate(signedAt)
    const scope = `${credential.date}/${credential.region}/s3/aws4_request`
    const toSign = await this.createStringToSign(longDate, scope, canonical, ALGORITHM)
    return this.sign(toSign, { signingDate: signedAt })
  }
}

/** The signed headers with their canonical values; `host` is put in by the caller. */
function signedHeaders(request: S3Request, claim: SignatureClaim): Record<string, string> {
  const sent = request.incoming.headers
  for (const name of Object.keys(sent)) {
    if (name.startsWith('x-amz-') && !claim.signedHeaders.includes(name)) {
      throw new S3Error('AccessDenied', `The header ${name} is not signed.`)
    }
  }
  const headers: Record<string, string> = {}
  for (const name of claim.signedHeaders) {
    const value = sent[name]
    if (value === undefined) {
      throw new S3Error('SignatureDoesNotMatch', `The signed header ${name} was not sent.`)
    }
    headers[name] = String(value).trim().replaceAll(/\s+/g, ' ')
  }
  return headers
}

/** RFC 3986 percent-encoding, as S3 wants it: everything but unreserved characters and slashes. */
function encodePath(path: string): string {
  return encodeURIComponent(path)
    .replaceAll('%2F', '/')
    .replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}

function isSameSignature(expected: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(given, 'hex'))
}
