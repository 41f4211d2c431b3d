import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import type { S3ClientConfig } from '@aws-sdk/client-s3'
import { onTestFinished } from 'vitest'
import { openObjectStore } from '../object-store.ts'
import type { ObjectStoreOptions } from '../object-store.ts'

export const KEYS = { accessKeyId: 'TESTACCESSKEY', secretAccessKey: 'test/secret+access=key' }
export const BUCKET = 'test-bucket'

export interface RunningStore {
  directory: string
  /** With the path prefix. */
  endpoint: string
  client: S3Client
  /** What the store reported about its inside. */
  errors: unknown[]
  [Symbol.asyncDispose](): Promise<void>
}

/** A client of a store at `endpoint`, as the product makes it. */
export function clientOf(endpoint: string, config: S3ClientConfig = {}): S3Client {
  return new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: KEYS,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...config,
  })
}

export async function temporaryDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'segue-object-store-'))
}

/** An empty directory, removed when the test is over. */
export async function testDirectory(): Promise<string> {
  const directory = await temporaryDirectory()
  onTestFinished(() => rm(directory, { recursive: true }))
  return directory
}

/**
 * A store on an ephemeral port, with a bucket in it. A directory that is given outlives the store.
 */
export async function startStore(options: Partial<ObjectStoreOptions> = {}): Promise<RunningStore> {
  const directory = options.directory ?? (await temporaryDirectory())
  const errors: unknown[] = []
  const pathPrefix = '/s3'
  const onError = (error: unknown) => errors.push(error)
  const store = await openObjectStore({ directory, ...KEYS, pathPrefix, onError, ...options })
  const server = createServer((request, response) => void store.handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}${options.pathPrefix ?? pathPrefix}`
  const client = clientOf(endpoint)
  await client.send(new CreateBucketCommand({ Bucket: BUCKET })).catch((error: Error) => {
    if (error.name !== 'BucketAlreadyOwnedByYou') throw error
  })
  return {
    directory,
    endpoint,
    client,
    errors,
    [Symbol.asyncDispose]: async () => {
      client.destroy()
      server.close()
      await store.close()
      server.closeAllConnections()
      if (!options.directory) await rm(directory, { recursive: true })
    },
  }
}
