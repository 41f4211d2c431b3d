import { createHash, createHmac } from 'node:crypto'

export interface S3Account {
  /** Of the service, or of the bucket where that is part of the host name. */
  endpoint: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/**
 * Sends one request to an S3 service, signed in its headers.
 * See "Authenticating Requests (AWS Signature Version 4)" in the S3 API reference.
 * @param path appended to the endpoint; no characters that need escaping
 * @param query such as `cors=`
 */
export function s3Request(
  account: S3Account,
  {
    method,
    path,
    query = '',
    body = '',
  }: { method: string; path: string; query?: string; body?: string },
): Promise<Response> {
  const url = new URL(account.endpoint.replace(/\/$/, '') + path)
  url.search = query
  const time = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '')
  const headers = { host: url.host, 'x-amz-content-sha256': sha256(body), 'x-amz-date': time }
  const names = Object.keys(headers).join(';')
  const canonical = [
    method,
    url.pathname,
    query,
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    sha256(body),
  ].join('\n')
  const scope = [time.slice(0, 8), account.region, 's3', 'aws4_request']
  const toSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical)].join('\n')
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${account.secretAccessKey}`)
  const signature = hmac(key, toSign).toString('hex')
  const credential = `${account.accessKeyId}/${scope.join('/')}`
  return fetch(url, {
    method,
    headers: {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`,
      ...(body ? { 'content-md5': createHash('md5').update(body).digest('base64') } : {}),
    },
    body: body || undefined,
    signal: AbortSignal.timeout(10_000),
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
