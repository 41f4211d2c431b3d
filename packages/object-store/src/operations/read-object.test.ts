import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { once } from 'node:events'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { rawRequest } from '../testing/raw-request.ts'
import { BUCKET, startStore } from '../testing/running-store.ts'
import type { RunningStore } from '../testing/running-store.ts'

vi.setConfig({ testTimeout: 30_000 })
let running: RunningStore
const BYTES = Buffer.from('0123456789'.repeat(100))
const ETAG = `"${createHash('md5').update(BYTES).digest('hex')}"`

beforeAll(async () => {
  running = await startStore()
  const put = { Bucket: BUCKET, ContentType: 'audio/flac' }
  await running.client.send(new PutObjectCommand({ ...put, Key: 'a', Body: BYTES }))
  await running.client.send(new PutObjectCommand({ ...put, Key: 'empty', Body: new Uint8Array() }))
})
afterAll(() => running[Symbol.asyncDispose]())

async function read(headers: Record<string, string>, input = {}) {
  const command = new GetObjectCommand({ Bucket: BUCKET, Key: 'a', ...input })
  return rawRequest('GET', await getSignedUrl(running.client, command), { headers })
}

it.each([
  ['bytes=0-99', 0, 99],
  ['bytes=0-0', 0, 0],
  ['bytes=990-', 990, 999],
  ['bytes=-10', 990, 999],
  ['bytes=-5000', 0, 999],
  ['bytes=500-99999', 500, 999],
])('answers %s with these bytes', async (range, start, end) => {
  const { status, headers, body } = await read({ range })
  expect([status, headers['content-range']]).toEqual([206, `bytes ${start}-${end}/1000`])
  expect(headers['content-length']).toBe(String(end - start + 1))
  expect(body.equals(BYTES.subarray(start, end + 1))).toBe(true)
})

it('refuses ranges past the end and ignores those it cannot read', async () => {
  for (const range of ['bytes=1000-', 'bytes=-0']) {
    const { status, headers, code } = await read({ range })
    expect([status, code, headers['content-range']]).toEqual([416, 'InvalidRange', 'bytes */1000'])
    expect(headers['content-type']).toBe('application/xml')
  }
  for (const range of ['items=0-5', 'bytes=0-1,5-6']) {
    expect((await read({ range })).body.equals(BYTES)).toBe(true)
  }
  expect((await read({ range: 'bytes=0-9' }, { Key: 'empty' })).status).toBe(416)
  expect((await read({}, { Key: 'empty' })).headers['content-length']).toBe('0')
})

it('answers conditions on ETag and date', async () => {
  expect((await read({ 'if-none-match': ETAG })).status).toBe(304)
  expect((await read({ 'if-none-match': `"x", W/${ETAG}` })).status).toBe(304)
  expect((await read({ 'if-none-match': '"x"' })).status).toBe(200)
  expect((await read({ 'if-match': '"x"' })).code).toBe('PreconditionFailed')
  expect((await read({ 'if-match': ETAG })).status).toBe(200)
  expect((await read({ 'if-modified-since': new Date().toUTCString() })).status).toBe(304)
  expect((await read({ 'if-unmodified-since': new Date(0).toUTCString() })).status).toBe(412)
  expect((await read({ range: 'bytes=1-2', 'if-range': ETAG })).status).toBe(206)
  expect((await read({ range: 'bytes=1-2', 'if-range': '"x"' })).status).toBe(200)
})

it('answers HEAD like GET without the bytes', async () => {
  const head = await running.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'a' }))
  expect(head).toMatchObject({ ContentLength: 1000, ETag: ETAG, ContentType: 'audio/flac' })
  const missing = running.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'none' }))
  await expect(missing).rejects.toMatchObject({ name: 'NotFound' })
})

it('takes other response headers from the signed query, unless they cannot be headers', async () => {
  const { headers } = await read(
    {},
    {
      ResponseContentType: 'audio/x-test',
      ResponseContentDisposition: 'attachment; filename="t.flac"',
    },
  )
  expect(headers['content-type']).toBe('audio/x-test')
  expect(headers['content-disposition']).toBe('attachment; filename="t.flac"')
  for (const ResponseContentDisposition of ['a\r\nset-cookie: x=1', 'inline; filename="밤편지"']) {
    expect((await read({}, { ResponseContentDisposition })).code).toBe('InvalidArgument')
  }
})

it('marks every answer, errors too, as no page of the site it comes from', async () => {
  const url = await getSignedUrl(running.client, new GetObjectCommand({ Bucket: BUCKET, Key: 'a' }))
  const answers = [
    await rawRequest('GET', url, { headers: { cookie: 'segue=x' } }),
    await rawRequest('GET', url, { headers: { 'if-none-match': ETAG } }),
    await rawRequest('GET', url, { headers: { range: 'bytes=5000-' } }),
    await rawRequest('GET', `${url}x`),
    await rawRequest('OPTIONS', url),
    await rawRequest('PATCH', url),
    await rawRequest('GET', new URL('/elsewhere', url).href),
    await rawRequest('GET', `${running.endpoint}/%ff`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 304, 416, 403, 403, 403, 400, 400])
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    expect(headers).not.toHaveProperty('set-cookie')
  }
})

it.each(['overwritten', 'deleted'])('finishes a download of an object that is %s', async (what) => {
  const bytes = Buffer.alloc(20e6, what)
  const object = { Bucket: BUCKET, Key: 'leaving' }
  await running.client.send(new PutObjectCommand({ ...object, Body: bytes }))
  const url = await getSignedUrl(running.client, new GetObjectCommand(object))
  const [download] = (await once(get(url), 'response')) as [IncomingMessage]
  const change =
    what === 'deleted'
      ? new DeleteObjectCommand(object)
      : new PutObjectCommand({ ...object, Body: 'x' })
  await running.client.send(change as PutObjectCommand)
  expect(Buffer.concat(await download.toArray()).equals(bytes)).toBe(true)
  const journal = () => readdir(`${running.directory}/journal`)
  await vi.waitFor(async () => expect(await journal()).toEqual([]), 10_000)
})

it('reports nothing when a listener hangs up', async () => {
  const Body = Buffer.alloc(20e6)
  await running.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'long', Body }))
  const url = await getSignedUrl(
    running.client,
    new GetObjectCommand({ Bucket: BUCKET, Key: 'long' }),
  )
  const [download] = (await once(get(url), 'response')) as [IncomingMessage]
  download.destroy()
  await running.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'long' }))
  await vi.waitFor(
    async () => expect(await readdir(`${running.directory}/journal`)).toEqual([]),
    10_000,
  )
  expect(running.errors).toEqual([])
})
