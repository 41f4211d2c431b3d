import { createHash } from 'node:crypto'
import { decodeAwsChunked } from './aws-chunked.ts'
import { assertAlgorithm, startChecksum } from './checksum.ts'
import type { Checksum, ChecksumAlgorithm, RunningChecksum } from './checksum.ts'
import { S3Error } from './s3-error.ts'
import type { S3Request } from './s3-request.ts'

const STREAMING_WITH_TRAILER = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
const MAX_BODY_BYTES = 5 * 1024 ** 3
/** Names under `x-amz-checksum-` that are not the value of a checksum. */
const NOT_A_VALUE = new Set(['mode', 'algorithm', 'type'])

/**
 * The body of a request, to be iterated once. The iteration throws at the end unless the bytes
 * are as many as announced and match everything that was signed or sent about them: the payload
 * hash, Content-MD5, `x-amz-checksum-*` as a header, a query parameter or a trailer.
 */
export class RequestBody implements AsyncIterable<Buffer> {
  readonly #request: S3Request
  readonly #payloadHash: string
  readonly #length: number
  readonly #md5 = createHash('md5')
  readonly #running = new Map<ChecksumAlgorithm, RunningChecksum>()
  readonly #expected: Checksum[] = []
  readonly #trailerAlgorithm: ChecksumAlgorithm | undefined
  #size = 0
  #md5Digest = Buffer.alloc(0)
  #checksum: Checksum | undefined

  /** @throws S3Error when the headers about the body are missing, wrong or not supported */
  constructor(request: S3Request, payloadHash: string, maxBytes = MAX_BODY_BYTES) {
    this.#request = request
    this.#payloadHash = payloadHash
    this.#length = announcedLength(request, payloadHash)
    if (this.#length > maxBytes) {
      throw new S3Error('EntityTooLarge', `The body has more than ${maxBytes} bytes.`)
    }
    this.#trailerAlgorithm = trailerAlgorithm(request, payloadHash)
    this.#expected = announcedChecksums(request)
    for (const { algorithm } of this.#expected) this.#start(algorithm)
    if (this.#trailerAlgorithm) this.#start(this.#trailerAlgorithm)
    if (isHexSha256(payloadHash)) this.#start('sha256')
  }

  /** Bytes, once iterated. */
  get size(): number {
    return this.#size
  }

  /** Hexadecimal MD5, once iterated: the ETag. */
  get md5(): string {
    return this.#md5Digest.toString('hex')
  }

  /** The checksum the client sent and that held, once iterated. */
  get checksum(): Checksum | undefined {
    return this.#checksum
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    const trailers = new Map<string, string>()
    // The socket must outlive a refusal in the middle of the body, or the answer never arrives.
    const raw = this.#request.incoming.iterator({ destroyOnReturn: false })
    const chunks =
      this.#payloadHash === STREAMING_WITH_TRAILER ? decodeAwsChunked(raw, trailers) : raw
    for await (const chunk of chunks) {
      this.#size += chunk.length
      if (this.#size > this.#length) throw new S3Error('IncompleteBody', 'The body is too long.')
      this.#md5.update(chunk)
      for (const running of this.#running.values()) running.update(chunk)
      yield chunk
    }
    this.#verify(trailers)
  }

  #start(algorithm: ChecksumAlgorithm): void {
    if (!this.#running.has(algorithm)) this.#running.set(algorithm, startChecksum(algorithm))
  }

  #verify(trailers: Map<string, string>): void {
    if (this.#size !== this.#length) throw new S3Error('IncompleteBody', 'The body is too short.')
    this.#md5Digest = this.#md5.digest()
    const digests = new Map<ChecksumAlgorithm, string>()
    for (const [algorithm, running] of this.#running) digests.set(algorithm, running.digest())
    this.#verifyPayloadHash(digests.get('sha256'))
    const announcedMd5 = this.#request.incoming.headers['content-md5']
    if (announcedMd5 !== undefined && announcedMd5 !== this.#md5Digest.toString('base64')) {
      throw new S3Error('BadDigest', 'The body does not match its Content-MD5.')
    }
    const expected = [...this.#expected]
    if (this.#trailerAlgorithm) expected.push(trailing(trailers, this.#trailerAlgorithm))
    for (const { algorithm, value } of expected) {
      if (digests.get(algorithm) !== value) {
        throw new S3Error('BadDigest', `The body does not match its x-amz-checksum-${algorithm}.`)
      }
    }
    this.#checksum = expected[0]
  }

  #verifyPayloadHash(sha256: string | undefined): void {
    if (!isHexSha256(this.#payloadHash)) return
    if (Buffer.from(this.#payloadHash, 'hex').toString('base64') !== sha256) {
      throw new S3Error('XAmzContentSHA256Mismatch', 'The body is not the one that was signed.')
    }
  }
}

function isHexSha256(payloadHash: string): boolean {
  return /^[0-9a-f]{64}$/.test(payloadHash)
}

function announcedLength(request: S3Request, payloadHash: string): number {
  const isChunked = payloadHash === STREAMING_WITH_TRAILER
  if (!isChunked && payloadHash !== 'UNSIGNED-PAYLOAD' && !isHexSha256(payloadHash)) {
    throw new S3Error('NotImplemented', 'This form of x-amz-content-sha256 is not supported.')
  }
  const name = isChunked ? 'x-amz-decoded-content-length' : 'content-length'
  const text = request.incoming.headers[name]
  if (text === undefined && isBodyless(request)) return 0
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) {
    throw new S3Error('MissingContentLength', `The header ${name} is needed.`)
  }
  return Number(text)
}

function isBodyless(request: S3Request): boolean {
  return request.incoming.headers['transfer-encoding'] === undefined
}

function announcedChecksums(request: S3Request): Checksum[] {
  const checksums: Checksum[] = []
  for (const [algorithm, value] of request.headersUnder('x-amz-checksum-')) {
    if (NOT_A_VALUE.has(algorithm)) continue
    assertAlgorithm(algorithm)
    checksums.push({ algorithm, value })
  }
  return checksums
}

function trailerAlgorithm(request: S3Request, payloadHash: string): ChecksumAlgorithm | undefined {
  const name = request.incoming.headers['x-amz-trailer']
  if (payloadHash !== STREAMING_WITH_TRAILER || typeof name !== 'string') return undefined
  const algorithm = name.trim().toLowerCase().replace('x-amz-checksum-', '')
  assertAlgorithm(algorithm)
  return algorithm
}

function trailing(trailers: Map<string, string>, algorithm: ChecksumAlgorithm): Checksum {
  const value = trailers.get(`x-amz-checksum-${algorithm}`)
  if (value === undefined) {
    throw new S3Error('MalformedTrailerError', 'The announced trailer is missing.')
  }
  return { algorithm, value }
}
