import {
  type CORSRule,
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketCorsCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'

import type { StoreConfig } from '../config.ts'
import { createS3Client } from './s3-client.ts'

const preflightMs = 10_000

/** Why the bucket cannot be used, in a sentence for whoever runs the server. */
export class BucketProblem extends Error {
  override readonly name = 'BucketProblem'
}

/**
 * Makes sure that the bucket answers, and that pages of these origins may upload to it and read it.
 * @param canCreate make the bucket where there is none
 * @returns the CORS rule that a person has to apply; null when none is needed
 * @throws BucketProblem when the store or the bucket cannot be used
 */
export async function prepareBucket(
  store: StoreConfig & { publicEndpoint: string },
  { canCreate, origins }: { canCreate: boolean; origins: string[] },
): Promise<CORSRule | null> {
  const client = createS3Client(store, store.endpoint)
  try {
    await ensureBucket(client, store, canCreate)
    const url = bucketUrl(store)
    if (await allowsAll(url, origins)) return null
    const rule = corsRule(origins)
    const isSet = await setCors(client, store.bucket, rule)
    return isSet && (await allowsAll(url, origins)) ? null : rule
  } finally {
    client.destroy()
  }
}

async function ensureBucket(
  client: S3Client,
  store: StoreConfig,
  canCreate: boolean,
): Promise<void> {
  const { bucket } = store
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }))
  } catch (cause) {
    if (!canCreate || statusOf(cause) !== 404)
      throw new BucketProblem(describeProblem(store, cause), { cause })
    await client.send(new CreateBucketCommand({ Bucket: bucket }))
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
}

function describeProblem({ bucket, endpoint }: StoreConfig, error: unknown): string {
  const { origin } = new URL(endpoint)
  const status = statusOf(error)
  if (status === undefined) {
    const code = (error as { code?: string }).code ?? 'no answer'
    return `cannot reach the object store at ${origin} (${code}): start it, or correct S3_ENDPOINT`
  }
  if (status === 404)
    return `there is no bucket ${bucket} at ${origin}: make it, or correct S3_BUCKET`
  if (status === 403 || status === 401)
    return `${origin} refuses the keys for bucket ${bucket}: correct S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or their rights`
  return `${origin} answers ${status} for bucket ${bucket}: correct S3_ENDPOINT, S3_REGION or S3_FORCE_PATH_STYLE`
}

async function setCors(client: S3Client, bucket: string, rule: CORSRule): Promise<boolean> {
  const command = new PutBucketCorsCommand({
    Bucket: bucket,
    CORSConfiguration: { CORSRules: [rule] },
  })
  return client.send(command).then(
    () => true,
    () => false,
  )
}

function corsRule(origins: string[]): CORSRule {
  return {
    AllowedOrigins: origins,
    AllowedMethods: ['GET', 'HEAD', 'PUT'],
    AllowedHeaders: ['*'],
    ExposeHeaders: ['ETag', 'Content-Range', 'Accept-Ranges'],
    MaxAgeSeconds: 3_600,
  }
}

/** The bucket as browsers reach it: part of the path, or of the host name. */
function bucketUrl(store: StoreConfig & { publicEndpoint: string }): URL {
  const url = new URL(store.publicEndpoint)
  if (store.forcePathStyle) url.pathname = `${url.pathname.replace(/\/$/, '')}/${store.bucket}`
  else url.hostname = `${store.bucket}.${url.hostname}`
  return url
}

/** Whether the store lets pages of every one of these origins upload and read. */
async function allowsAll(url: URL, origins: string[]): Promise<boolean> {
  const answers = await Promise.all(origins.map((origin) => allows(url, origin)))
  return answers.every(Boolean)
}

async function allows(url: URL, origin: string): Promise<boolean> {
  if (url.origin === origin) return true
  const headers = {
    origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'content-type,x-amz-checksum-sha256',
  }
  const signal = AbortSignal.timeout(preflightMs)
  const answer = await fetch(url, { method: 'OPTIONS', headers, signal }).catch(() => undefined)
  const allowed = answer?.ok ? answer.headers.get('access-control-allow-origin') : null
  return allowed === '*' || allowed === origin
}
