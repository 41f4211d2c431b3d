import { randomUUID } from 'node:crypto'

import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { inject } from 'vitest'

import type { StoreConfig } from '../config.ts'

export interface TestBucket {
  store: StoreConfig
  /** The keys of all objects, sorted. */
  keys(): Promise<string[]>
}

/** A new bucket, so that a test can tell what is in it. */
export async function testBucket(provided = inject('store')): Promise<TestBucket> {
  const { endpoint, region, accessKeyId, secretAccessKey } = provided
  const bucket = `test-${randomUUID()}`
  const credentials = { accessKeyId, secretAccessKey }
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  return {
    store: { ...provided, bucket, publicEndpoint: endpoint, forcePathStyle: true },
    async keys() {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }))
      return Contents.map(({ Key = '' }) => Key).sort()
    },
  }
}
