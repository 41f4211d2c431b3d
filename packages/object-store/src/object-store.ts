import { mkdir, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Blobs } from './blobs.ts'
import { Buckets } from './buckets.ts'
import { lockDirectory } from './directory-lock.ts'
import { openLayout } from './layout.ts'
import { MultipartUploads } from './multipart-uploads.ts'
import { Objects } from './objects.ts'
import type { Store } from './operations/exchange.ts'
import { RequestHandler } from './request-handler.ts'
import { SignatureVerifier } from './signature.ts'

export interface ObjectStoreOptions {
  /** Where everything is kept. One open store a directory. */
  directory: string
  accessKeyId: string
  secretAccessKey: string
  /** us-east-1 unless given. */
  region?: string
  /** The part of the path before /bucket/key, such as `/s3`; it is signed with the rest. */
  pathPrefix?: string
  /** Hosts a signature may be made for besides the request's own, where a proxy rewrites it. */
  hosts?: string[]
  /** After it an upload in parts that was not completed is given up; 7 days unless given. */
  multipartMaxAgeMs?: number
  /** Milliseconds since the epoch. */
  now?: () => number
  /** Told of what went wrong inside, with no secret in it; clients see InternalError. */
  onError?: (error: unknown) => void
}

export interface ObjectStore {
  /** Answers one request; resolves when the answer is out and never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Refuses new requests and resolves when the writes in flight are done. */
  close(): Promise<void>
}

const DAY_MS = 24 * 3600_000
const HOUR_MS = 3600_000

/**
 * Opens the store in a directory, made if it is missing, and finishes what a killed process left
 * undone. What this costs does not grow with the number of objects.
 */
export async function openObjectStore(options: ObjectStoreOptions): Promise<ObjectStore> {
  const { directory, accessKeyId, secretAccessKey } = options
  const { region = 'us-east-1', pathPrefix = '', hosts = [], now = Date.now } = options
  const onError = options.onError ?? (() => undefined)
  const maxAgeMs = options.multipartMaxAgeMs ?? 7 * DAY_MS
  const layout = await openLayout(directory)
  const unlock = await lockDirectory(directory)
  const blobs = new Blobs(layout)
  const store: Store = {
    region,
    now,
    blobs,
    buckets: new Buckets(layout, now),
    objects: new Objects(layout, blobs, onError),
    uploads: new MultipartUploads(layout, blobs, now),
  }
  try {
    await recover(store, layout.scratch, maxAgeMs)
  } catch (error) {
    await unlock()
    throw error
  }
  const sweep = setInterval(
    () => void store.uploads.expire(maxAgeMs).catch(onError),
    sweepMs(maxAgeMs),
  )
  sweep.unref()
  const verifier = new SignatureVerifier({ accessKeyId, secretAccessKey, region, hosts, now })
  const handler = new RequestHandler({ store, verifier, pathPrefix, onError })
  let closed: Promise<void> | undefined
  const close = async () => {
    clearInterval(sweep)
    await handler.drain()
    await store.objects.settled()
    await unlock()
  }
  return {
    handle: (request, response) => handler.handle(request, response),
    close: () => (closed ??= close()),
  }
}

async function recover(store: Store, scratch: string, maxAgeMs: number): Promise<void> {
  await store.buckets.load()
  await store.objects.recover()
  await rm(scratch, { recursive: true })
  await mkdir(scratch, { mode: 0o700 })
  await store.uploads.expire(maxAgeMs)
}

function sweepMs(maxAgeMs: number): number {
  return Math.min(Math.max(maxAgeMs / 4, 1000), HOUR_MS)
}
