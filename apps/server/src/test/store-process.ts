import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'

import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { type Credentials, ensureCredentials } from '@segue/object-store'

const program = createRequire(import.meta.url)
  .resolve('@segue/object-store')
  .replace('index.ts', 'main.ts')

export const bucket = 'music'

/** The object store in a process of its own. */
export interface StoreProcess {
  child: ChildProcess
  endpoint: string
  /** Ends it at once, as a power cut would; resolves when it has ended. */
  kill(): Promise<void>
}

/**
 * Starts the object store on this folder.
 * @param port a free one unless it is given
 * @param nodeOptions options of Node's own
 */
export async function startStoreProcess(
  directory: string,
  { port = 0, nodeOptions = [] }: { port?: number; nodeOptions?: string[] } = {},
): Promise<StoreProcess> {
  const child = spawn(process.execPath, [...nodeOptions, program], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const [line] = await once(child.stdout, 'data')
  return {
    child,
    endpoint: /http:\S+/.exec(String(line))?.[0] ?? '',
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Makes the bucket, and the settings of a server that is to use it. */
export async function storeSettings(
  directory: string,
  endpoint: string,
): Promise<Record<string, string>> {
  const credentials: Credentials = await ensureCredentials(directory)
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  client.destroy()
  return {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  }
}
