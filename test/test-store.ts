import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { openObjectStore } from '@segue/object-store'

import type { ProvidedStore } from '../packages/api/src/test/provided.ts'

const keys = { accessKeyId: 'test-access-key', secretAccessKey: 'test-secret-access-key' }

/** The embedded store on a free port, with a bucket. */
export async function startTestStore(
  directory: string,
): Promise<{ address: ProvidedStore; stop(): Promise<void> }> {
  const store = await openObjectStore({ directory, ...keys, pathPrefix: '/s3' })
  const server = createServer((request, response) => void store.handle(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const address: ProvidedStore = {
    endpoint: `http://127.0.0.1:${port}/s3`,
    region: 'us-east-1',
    bucket: 'segue',
    ...keys,
  }
  await createBucket(address)
  return {
    address,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await store.close()
    },
  }
}

/** Makes the bucket of that address. */
export async function createBucket({
  endpoint,
  region,
  bucket,
  ...credentials
}: ProvidedStore): Promise<void> {
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  client.destroy()
}
