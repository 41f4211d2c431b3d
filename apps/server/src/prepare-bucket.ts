import type { StoreConfig } from '@segue/api'
import type { Logger } from 'pino'

import { type S3Account, s3Request } from './s3-request.ts'
import { StartError } from './start-error.ts'

/**
 * Makes sure that the bucket answers, and that pages of these origins may use it.
 * @param isEmbedded the store is ours: a missing bucket is made
 * @throws StartError when the store or the bucket cannot be used
 */
export async function prepareBucket(
  store: StoreConfig,
  { isEmbedded, origins, logger }: { isEmbedded: boolean; origins: string[]; logger: Logger },
): Promise<void> {
  const { account, path } = addressOf(store)
  const status = await headBucket(store, account, path)
  if (status === 404 && isEmbedded) await s3Request(account, { method: 'PUT', path })
  else if (status >= 300) throw refusal(store, status)
  const publicAddress = addressOf({ ...store, endpoint: store.publicEndpoint ?? store.endpoint })
  const preflightUrl = publicAddress.account.endpoint.replace(/\/$/, '') + publicAddress.path
  if (await allowsAll(preflightUrl, origins)) return
  const body = corsRules(origins)
  const answer = await s3Request(account, { method: 'PUT', path, query: 'cors=', body }).catch(
    () => undefined,
  )
  if (answer?.ok && (isEmbedded || (await allowsAll(preflightUrl, origins)))) return
  logger.warn(
    { rule: body },
    'browsers cannot use the bucket: apply this CORS rule to it, and see that S3_PUBLIC_ENDPOINT is reachable',
  )
}

/** The bucket's address: part of the path, or of the host name. */
function addressOf(store: StoreConfig): { account: S3Account; path: string } {
  if (store.forcePathStyle) return { account: store, path: `/${store.bucket}` }
  const url = new URL(store.endpoint)
  url.hostname = `${store.bucket}.${url.hostname}`
  return { account: { ...store, endpoint: url.href }, path: '/' }
}

async function headBucket(store: StoreConfig, account: S3Account, path: string): Promise<number> {
  try {
    return (await s3Request(account, { method: 'HEAD', path })).status
  } catch (cause) {
    const { code = 'no answer' } = ((cause as Error).cause ?? {}) as { code?: string }
    throw new StartError(
      `cannot reach the object store at ${new URL(store.endpoint).origin} (${code}): start it, or correct S3_ENDPOINT`,
      { cause },
    )
  }
}

function refusal({ bucket, endpoint }: StoreConfig, status: number): StartError {
  const { origin } = new URL(endpoint)
  if (status === 404)
    return new StartError(
      `there is no bucket ${bucket} at ${origin}: make it, or correct S3_BUCKET`,
    )
  if (status === 403 || status === 401)
    return new StartError(
      `${origin} refuses the keys for bucket ${bucket}: correct S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or their rights`,
    )
  return new StartError(
    `${origin} answers ${status} for bucket ${bucket}: correct S3_ENDPOINT, S3_REGION or S3_FORCE_PATH_STYLE`,
  )
}

/** Whether the store lets pages of every one of these origins upload and read. */
async function allowsAll(url: string, origins: string[]): Promise<boolean> {
  const answers = await Promise.all(origins.map((origin) => allows(url, origin)))
  return answers.every(Boolean)
}

async function allows(url: string, origin: string): Promise<boolean> {
  if (new URL(url).origin === origin) return true
  const headers = {
    origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'content-type,x-amz-checksum-sha256',
  }
  const signal = AbortSignal.timeout(10_000)
  const answer = await fetch(url, { method: 'OPTIONS', headers, signal }).catch(() => undefined)
  const allowed = answer?.ok ? answer.headers.get('access-control-allow-origin') : null
  return allowed === '*' || allowed === origin
}

function corsRules(origins: string[]): string {
  const tags = (name: string, values: string[]) =>
    values.map((value) => `<${name}>${value}</${name}>`).join('')
  const rule = [
    tags('AllowedOrigin', origins),
    tags('AllowedMethod', ['GET', 'HEAD', 'PUT']),
    tags('AllowedHeader', ['*']),
    tags('ExposeHeader', ['ETag', 'Content-Range', 'Accept-Ranges']),
    tags('MaxAgeSeconds', ['3600']),
  ]
  return `<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><CORSRule>${rule.join('')}</CORSRule></CORSConfiguration>`
}
