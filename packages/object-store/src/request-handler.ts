import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerError, setStandingHeaders } from './answer.ts'
import { answerPreflight, setCorsHeaders } from './cors.ts'
import { discardBody } from './discard-body.ts'
import type { Store } from './operations/exchange.ts'
import { route } from './router.ts'
import { S3Error, toS3Error } from './s3-error.ts'
import { parseRequest } from './s3-request.ts'
import type { SignatureVerifier } from './signature.ts'

export interface RequestHandlerParts {
  store: Store
  verifier: SignatureVerifier
  pathPrefix: string
  onError: (error: unknown) => void
}

/** From a request of Node's server to an operation, and from what it throws to an answer. */
export class RequestHandler {
  readonly #parts: RequestHandlerParts
  readonly #writing = new Set<Promise<void>>()
  #isClosing = false

  constructor(parts: RequestHandlerParts) {
    this.#parts = parts
  }

  /** Answers a request; never rejects. */
  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const handling = this.#handle(incoming, response)
    const reads = incoming.method === 'GET' || incoming.method === 'HEAD'
    if (!reads) this.#writing.add(handling)
    await handling
    this.#writing.delete(handling)
  }

  /** Refuses new requests and resolves when those that may write are answered. */
  async drain(): Promise<void> {
    this.#isClosing = true
    await Promise.all(this.#writing)
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    setStandingHeaders(response, randomBytes(8).toString('hex'))
    try {
      await this.#run(incoming, response)
    } catch (thrown) {
      const error = toS3Error(thrown)
      if (error.status >= 500) this.#parts.onError(error)
      if (response.headersSent) response.destroy()
      else answerError(response, error)
    }
    await discardBody(incoming)
    response.end()
  }

  async #run(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { store, verifier, pathPrefix } = this.#parts
    const request = parseRequest(incoming, pathPrefix)
    const rules = store.buckets.find(request.bucket ?? '')?.cors ?? []
    setCorsHeaders(rules, incoming, response)
    if (this.#isClosing) throw new S3Error('ServiceUnavailable', 'The store is closing.')
    if (incoming.method === 'OPTIONS') return answerPreflight(rules, incoming, response)
    const payloadHash = await verifier.verify(request)
    await route(request)({ store, request, response, payloadHash })
  }
}
