import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3'

/** Every key in the embedded store of that data folder, while its server runs at `url`. */
export async function storeKeys(dataDir: string, url: string): Promise<string[]> {
  const file = await readFile(join(dataDir, 'object-store/credentials.json'), 'utf8')
  const credentials = JSON.parse(file) as { accessKeyId: string; secretAccessKey: string }
  const client = new S3Client({
    endpoint: `${url}/s3`,
    region: 'us-east-1',
    credentials,
    forcePathStyle: true,
  })
  const keys: string[] = []
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: 'segue' }))
    keys.push(...Contents.flatMap(({ Key }) => Key ?? []))
  client.destroy()
  return keys
}
