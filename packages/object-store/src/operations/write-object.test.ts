import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import type { PutObjectCommandInput } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { rawRequest } from '../testing/raw-request.ts'
import { BUCKET, clientOf, startStore } from '../testing/running-store.ts'
import type { RunningStore } from '../testing/running-store.ts'

vi.setConfig({ testTimeout: 30_000 })
let running: RunningStore
const BYTES = Buffer.from('0123456789'.repeat(30_000))

beforeAll(async () => {
  running = await startStore()
})
afterAll(() => running[Symbol.asyncDispose]())

function put(Key: string, input: Partial<PutObjectCommandInput> = {}, client = running.client) {
  return client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: BYTES, ...input }))
}
async function bodyOf(Key: string): Promise<Buffer> {
  const { Body } = await running.client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))
  return Buffer.from((await Body?.transformToByteArray()) ?? [])
}
function isThere(Key: string): Promise<boolean> {
  const head = running.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key }))
  return head.then(
    () => true,
    () => false,
  )
}
const hash = (algorithm: string, bytes: Buffer | string) =>
  createHash(algorithm).update(bytes).digest('base64')

describe('an upload', () => {
  it('gives back bytes, ETag, headers and metadata', async () => {
    const { ETag } = await put('all', {
      ContentType: 'audio/flac',
      CacheControl: 'private',
      Metadata: { track: '42' },
    })
    expect(ETag).toBe(`"${createHash('md5').update(BYTES).digest('hex')}"`)
    const head = await running.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'all' }))
    expect(head).toMatchObject({
      ETag,
      ContentLength: BYTES.length,
      ContentType: 'audio/flac',
      CacheControl: 'private',
      Metadata: { track: '42' },
    })
    expect((await bodyOf('all')).equals(BYTES)).toBe(true)
  })

  it('takes streams in chunks with a trailing checksum, as SDKs send them', async () => {
    const client = clientOf(running.endpoint, { requestChecksumCalculation: 'WHEN_SUPPORTED' })
    const Body = Readable.from([BYTES.subarray(0, 70_000), BYTES.subarray(70_000)])
    await put('streamed', { Body, ContentLength: BYTES.length }, client)
    expect((await bodyOf('streamed')).equals(BYTES)).toBe(true)
    const head = await client.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: 'streamed', ChecksumMode: 'ENABLED' }),
    )
    expect(head.ContentEncoding).toBeUndefined()
    expect(head.ChecksumCRC32).toBeDefined()
  })

  it('keeps keys apart that a file system would mix up', async () => {
    const keys = [
      'k',
      'k/',
      'k/x',
      'K',
      'é',
      'e\u0301',
      '../k',
      './k',
      '/k',
      'CON',
      `k${'x'.repeat(1000)}`,
    ]
    for (const key of keys) await put(key, { Body: `of ${key}` })
    for (const key of keys) expect((await bodyOf(key)).toString()).toBe(`of ${key}`)
    await expect(put('y'.repeat(1025))).rejects.toMatchObject({ name: 'KeyTooLongError' })
  })

  it('is one whole version after many writers at once', async () => {
    const versions = Array.from({ length: 16 }, (_, n) => Buffer.alloc(200_000, n))
    await Promise.all(versions.map((Body) => put('raced', { Body })))
    const stored = await bodyOf('raced')
    expect(versions.some((version) => version.equals(stored))).toBe(true)
  })

  it('is refused with If-None-Match: * where something is, and If-Match of another', async () => {
    await put('once', { IfNoneMatch: '*' })
    await expect(put('once', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    })
    await expect(put('once', { IfMatch: '"0"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    })
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => put('race-once', { IfNoneMatch: '*' })),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('leaves nothing when the client goes away', async () => {
    const url = await getSignedUrl(
      running.client,
      new PutObjectCommand({ Bucket: BUCKET, Key: 'gone' }),
    )
    const outgoing = request(url, { method: 'PUT', headers: { 'content-length': 9e6 } })
    outgoing.on('error', () => undefined)
    outgoing.write(Buffer.alloc(1e6))
    const scratch = () => readdir(`${running.directory}/scratch`)
    await vi.waitFor(async () => expect(await scratch()).toHaveLength(1), 10_000)
    outgoing.destroy()
    await vi.waitFor(async () => expect(await scratch()).toEqual([]), 10_000)
    expect(await isThere('gone')).toBe(false)
    expect(running.errors).toEqual([])
  })

  it('to a bucket that is not there is refused, and the answer arrives before 20 MB were read', async () => {
    const missing = new PutObjectCommand({ Bucket: 'missing', Key: 'k' })
    const url = await getSignedUrl(running.client, missing)
    const body = Buffer.alloc(20e6)
    const answer = await rawRequest('PUT', url, {
      headers: { 'content-length': body.length },
      body,
    })
    expect([answer.status, answer.code]).toEqual([404, 'NoSuchBucket'])
  })
})

describe('a checksum', () => {
  it.each([
    ['ContentMD5', hash('md5', 'other')],
    ['ChecksumSHA256', hash('sha256', 'other')],
    ['ChecksumSHA1', hash('sha1', 'other')],
    ['ChecksumCRC32', 'AAAAAA=='],
  ])('%s of other bytes refuses the upload', async (name, value) => {
    await expect(put(`bad-${name}`, { [name]: value })).rejects.toMatchObject({ name: 'BadDigest' })
    expect(await isThere(`bad-${name}`)).toBe(false)
  })

  it('that fits is accepted, and one that cannot be verified is refused', async () => {
    await put('sha', { ChecksumSHA256: hash('sha256', BYTES), ContentMD5: hash('md5', BYTES) })
    await expect(put('crc64', { ChecksumCRC64NVME: 'AAAAAAAAAAA=' })).rejects.toMatchObject({
      name: 'NotImplemented',
    })
  })

  it.each([
    ['as a query parameter', new Set<string>()],
    ['as a signed header', new Set(['x-amz-checksum-sha256'])],
  ])('in a presigned link, %s, holds the link to one file', async (name, unhoistableHeaders) => {
    const ChecksumSHA256 = hash('sha256', 'right')
    const command = new PutObjectCommand({ Bucket: BUCKET, Key: name, ChecksumSHA256 })
    const url = await getSignedUrl(running.client, command, { unhoistableHeaders })
    const upload = (body: string) => {
      const headers = unhoistableHeaders.size > 0 ? { 'x-amz-checksum-sha256': ChecksumSHA256 } : {}
      return rawRequest('PUT', url, { headers: { ...headers, 'content-length': 5 }, body })
    }
    expect((await upload('wrong')).code).toBe('BadDigest')
    expect(await isThere(name)).toBe(false)
    expect((await upload('right')).status).toBe(200)
    if (unhoistableHeaders.size === 0) return
    const bare = await rawRequest('PUT', url, { headers: { 'content-length': 5 }, body: 'wrong' })
    expect(bare.status).toBe(403)
  })

  it('in a trailer refuses other bytes', async () => {
    const quiet = () => undefined
    const client = clientOf(running.endpoint, {
      requestChecksumCalculation: 'WHEN_SUPPORTED',
      logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    })
    client.middlewareStack.add(
      (next) => (args) => {
        const outgoing = args.request as { body: Readable }
        const spoil = (chunk: Buffer) =>
          Buffer.from(chunk.toString('latin1').replace('hello', 'jello'))
        outgoing.body = Readable.from(outgoing.body.map(spoil))
        return next(args)
      },
      { step: 'finalizeRequest', priority: 'low' },
    )
    const Body = Readable.from([Buffer.from('hello')])
    const refused = put('trailer', { Body, ContentLength: 5 }, client)
    await expect(refused).rejects.toMatchObject({ name: 'BadDigest' })
  })
})

describe('a copy', () => {
  it('outlives its source, with its type or a new one', async () => {
    await put('source', { ContentType: 'audio/mpeg', Metadata: { a: '1' } })
    const from = { Bucket: BUCKET, CopySource: `${BUCKET}/source` }
    await running.client.send(new CopyObjectCommand({ ...from, Key: 'same' }))
    await running.client.send(
      new CopyObjectCommand({
        ...from,
        Key: 'retyped',
        MetadataDirective: 'REPLACE',
        ContentType: 'audio/flac',
      }),
    )
    await put('source', { Body: 'something else' })
    const head = (Key: string) =>
      running.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key }))
    expect(await head('same')).toMatchObject({ ContentType: 'audio/mpeg', Metadata: { a: '1' } })
    expect(await head('retyped')).toMatchObject({ ContentType: 'audio/flac', Metadata: {} })
    expect((await bodyOf('same')).equals(BYTES)).toBe(true)
    expect((await bodyOf('retyped')).equals(BYTES)).toBe(true)
  })

  it('is refused from nowhere, onto itself, and from another version than expected', async () => {
    const copy = (CopySource: string, more = {}) =>
      running.client.send(
        new CopyObjectCommand({ Bucket: BUCKET, Key: 'all', CopySource, ...more }),
      )
    await expect(copy(`${BUCKET}/nothing`)).rejects.toMatchObject({ name: 'NoSuchKey' })
    await expect(copy(`${BUCKET}/all`)).rejects.toMatchObject({ name: 'InvalidRequest' })
    await put('versioned')
    const CopySourceIfMatch = '"0"'
    await expect(copy(`${BUCKET}/versioned`, { CopySourceIfMatch })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    })
  })
})

it('leaves no blob of an overwritten object', async () => {
  const settled = () =>
    vi.waitFor(async () => {
      expect(await readdir(`${running.directory}/journal`)).toEqual([])
    }, 10_000)
  const blobs = async () =>
    (await readdir(`${running.directory}/blobs`, { recursive: true })).length
  await put('overwritten')
  await settled()
  const before = await blobs()
  for (let n = 0; n < 5; n++) await put('overwritten')
  await settled()
  expect(await blobs()).toBe(before)
})
