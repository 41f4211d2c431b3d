import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawRequest } from './testing/raw-request.ts'
import { BUCKET, clientOf, KEYS, startStore } from './testing/running-store.ts'
import type { RunningStore } from './testing/running-store.ts'

let running: RunningStore
let link: string
let clockMs = Date.now()

beforeAll(async () => {
  running = await startStore({ now: () => clockMs, hosts: ['music.example'] })
  await running.client.send(
    new PutObjectCommand({ Bucket: BUCKET, Key: 'a b/é.mp3', Body: 'music' }),
  )
  link = await presignGet()
})
afterAll(() => running[Symbol.asyncDispose]())

const get = new GetObjectCommand({ Bucket: BUCKET, Key: 'a b/é.mp3' })

function presignGet(options = {}, client = running.client): Promise<string> {
  return getSignedUrl(client, get, { expiresIn: 300, ...options })
}

/** What a link asks for, whatever way it is written. */
function meaning(path: string): string {
  const [address = '', query = ''] = path.split(/\?(.*)/s)
  try {
    return JSON.stringify([
      decodeURIComponent(address),
      query
        .split('&')
        .filter(Boolean)
        .map((pair) => decodeURIComponent(pair.replace(/=$/, '')))
        .sort(),
    ])
  } catch {
    return 'malformed'
  }
}

describe('a presigned link', () => {
  it('opens the object it was made for', async () => {
    const answer = await rawRequest('GET', link)
    expect([answer.status, answer.body.toString()]).toEqual([200, 'music'])
  })

  it('is refused after any change of one character that changes its meaning', async () => {
    const { origin } = new URL(link)
    const path = link.slice(origin.length)
    for (let at = 1; at < path.length; at++) {
      const replacement = path[at] === 'a' ? 'b' : 'a'
      const changed = path.slice(0, at) + replacement + path.slice(at + 1)
      if (meaning(changed) === meaning(path)) continue
      const { status } = await rawRequest('GET', origin + changed)
      expect.soft(status, changed).toBeGreaterThanOrEqual(400)
      expect.soft(status, changed).toBeLessThan(500)
    }
  })

  it('is refused with a signature that is empty, short, not hexadecimal or in capitals', async () => {
    const signature = new URL(link).searchParams.get('X-Amz-Signature') ?? ''
    for (const forged of [
      '',
      'abc',
      'z'.repeat(64),
      '%C3%A9'.repeat(64),
      signature.toUpperCase(),
    ]) {
      const answer = await rawRequest('GET', link.replace(signature, forged))
      expect
        .soft([forged, answer.status, answer.code])
        .toEqual([forged, 403, 'SignatureDoesNotMatch'])
    }
  })

  it('serves no other method', async () => {
    for (const method of ['PUT', 'DELETE', 'HEAD', 'POST']) {
      expect((await rawRequest(method, link)).status).toBe(403)
    }
  })

  it('ends when its time is over', async () => {
    const short = await presignGet({ expiresIn: 60 })
    clockMs = Date.now() + 70_000
    const answer = await rawRequest('GET', short)
    clockMs = Date.now()
    expect([answer.status, answer.code]).toEqual([403, 'AccessDenied'])
    expect((await rawRequest('GET', short)).status).toBe(200)
  })

  it('does not begin in the future and does not live over 7 days', async () => {
    const early = await presignGet({ signingDate: new Date(Date.now() + 3600_000) })
    expect((await rawRequest('GET', early)).code).toBe('RequestTimeTooSkewed')
    for (const expires of ['604801', '0', '-5', '1e3', '']) {
      const answer = await rawRequest('GET', link.replace('Expires=300', `Expires=${expires}`))
      expect.soft(answer.status, expires).toBe(400)
    }
  })

  it('is refused with a parameter more, or one twice', async () => {
    expect((await rawRequest('GET', `${link}&response-content-type=text%2Fhtml`)).status).toBe(403)
    expect((await rawRequest('GET', `${link}&x-amz-expires=604800`)).status).toBe(400)
    expect((await rawRequest('GET', `${link}&__proto__=x`)).status).toBe(403)
  })

  it('is refused with an x-amz header that was not signed', async () => {
    const url = await getSignedUrl(
      running.client,
      new PutObjectCommand({ Bucket: BUCKET, Key: 'h' }),
    )
    const headers = { 'x-amz-meta-evil': '1', 'content-length': 1 }
    expect((await rawRequest('PUT', url, { headers, body: 'x' })).code).toBe('AccessDenied')
  })

  it('holds the type and the length that were signed', async () => {
    const command = new PutObjectCommand({
      Bucket: BUCKET,
      Key: 'held',
      ContentType: 'audio/flac',
      ContentLength: 5,
    })
    const signableHeaders = new Set(['content-type', 'content-length', 'host'])
    const url = await getSignedUrl(running.client, command, { signableHeaders })
    const put = (type: string, body: string) =>
      rawRequest('PUT', url, {
        headers: { 'content-type': type, 'content-length': body.length },
        body,
      })
    expect((await put('text/html', 'hello')).status).toBe(403)
    expect((await put('audio/flac', 'hello, world')).status).toBe(403)
    expect((await put('audio/flac', 'hello')).status).toBe(200)
  })

  it('works under a further host that the store answers to, and no other', async () => {
    const { port } = new URL(running.endpoint)
    const through = async (host: string) => {
      const url = await presignGet({}, clientOf(`http://${host}/s3`))
      return (await rawRequest('GET', url.replace(host, `127.0.0.1:${port}`))).status
    }
    expect(await through('music.example')).toBe(200)
    expect(await through('evil.example')).toBe(403)
  })
})

describe('a signed request', () => {
  const head = new HeadObjectCommand({ Bucket: BUCKET, Key: 'a b/é.mp3' })
  const statusOf = async (config: Parameters<typeof clientOf>[1]) => {
    const client = clientOf(running.endpoint, config)
    try {
      return (await client.send(head)).$metadata.httpStatusCode
    } catch (error) {
      return (error as { $metadata: { httpStatusCode: number } }).$metadata.httpStatusCode
    }
  }

  it('is accepted from the owner of the key only', async () => {
    expect(await statusOf({})).toBe(200)
    expect(await statusOf({ credentials: { ...KEYS, secretAccessKey: 'other' } })).toBe(403)
    expect(await statusOf({ credentials: { ...KEYS, accessKeyId: 'OTHER' } })).toBe(403)
    expect(await statusOf({ region: 'eu-west-1' })).toBe(400)
  })

  it('is refused when it was signed 20 minutes ago', async () => {
    clockMs = Date.now() + 20 * 60_000
    const status = await statusOf({})
    clockMs = Date.now()
    expect(status).toBe(403)
  })

  it('is refused with another body than the one that was signed', async () => {
    const client = clientOf(running.endpoint)
    client.middlewareStack.add(
      (next) => (args) => {
        ;(args.request as { body: string }).body = 'EVIL!'
        return next(args)
      },
      { step: 'finalizeRequest', priority: 'low' },
    )
    const put = new PutObjectCommand({ Bucket: BUCKET, Key: 'body', Body: 'hello' })
    await expect(client.send(put)).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' })
    const read = new GetObjectCommand({ Bucket: BUCKET, Key: 'body' })
    await expect(running.client.send(read)).rejects.toMatchObject({ name: 'NoSuchKey' })
  })

  it('is refused when its authorization is malformed, and never breaks the store', async () => {
    const url = `${running.endpoint}/${BUCKET}/x`
    const credential = `${KEYS.accessKeyId}/20260101/us-east-1/s3/aws4_request`
    for (const authorization of [
      'Basic YTpi',
      'AWS4-HMAC-SHA256',
      'AWS4-HMAC-SHA256 Credential=,SignedHeaders=,Signature=',
      `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
      `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=__proto__;host, Signature=00`,
    ]) {
      const headers = {
        authorization,
        'x-amz-date': '20260101T000000Z',
        'x-amz-content-sha256': 'x',
      }
      const { status } = await rawRequest('GET', url, { headers })
      expect.soft(status, authorization).toBeGreaterThanOrEqual(400)
      expect.soft(status, authorization).toBeLessThan(500)
    }
    expect(running.errors).toEqual([])
  })
})

it('refuses every unsigned request', async () => {
  const base = `${running.endpoint}/${BUCKET}`
  for (const [method, path] of [
    ['GET', '/a%20b/%C3%A9.mp3'],
    ['HEAD', '/a%20b/%C3%A9.mp3'],
    ['PUT', '/new'],
    ['DELETE', '/new'],
    ['GET', '?list-type=2'],
    ['POST', '/new?uploads'],
    ['PUT', '?cors'],
    ['DELETE', ''],
    ['PUT', '/../../outside'],
    ['PUT', '/%2e%2e/outside'],
  ] as const) {
    expect.soft((await rawRequest(method, base + path)).status, method + path).toBe(403)
  }
})
