import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketCorsCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketCorsCommand,
  GetBucketLocationCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutBucketCorsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawRequest } from '../testing/raw-request.ts'
import { BUCKET, clientOf, startStore, testDirectory } from '../testing/running-store.ts'
import type { RunningStore } from '../testing/running-store.ts'

let running: RunningStore
const ORIGIN = 'http://localhost:5173'
const CORSRules = [
  {
    AllowedOrigins: [ORIGIN, 'https://*.example'],
    AllowedMethods: ['GET', 'PUT'],
    AllowedHeaders: ['content-type', 'range'],
    ExposeHeaders: ['ETag', 'Content-Range'],
    MaxAgeSeconds: 600,
  },
]
const putCors = new PutBucketCorsCommand({ Bucket: BUCKET, CORSConfiguration: { CORSRules } })

beforeAll(async () => {
  running = await startStore()
})
afterAll(() => running[Symbol.asyncDispose]())

describe('a bucket', () => {
  it('is created once, found, listed and deleted', async () => {
    const bucket = { Bucket: 'another.bucket' }
    await running.client.send(new CreateBucketCommand(bucket))
    await expect(running.client.send(new CreateBucketCommand(bucket))).rejects.toMatchObject({
      name: 'BucketAlreadyOwnedByYou',
    })
    const { BucketRegion } = await running.client.send(new HeadBucketCommand(bucket))
    expect(BucketRegion).toBe('us-east-1')
    await running.client.send(new GetBucketLocationCommand(bucket))
    const { Buckets } = await running.client.send(new ListBucketsCommand({}))
    expect(Buckets?.map(({ Name }) => Name)).toEqual(['another.bucket', BUCKET])
    await running.client.send(new DeleteBucketCommand(bucket))
    await expect(running.client.send(new HeadBucketCommand(bucket))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    })
  })

  it('is not deleted with an object in it', async () => {
    const object = { Bucket: 'full-bucket', Key: 'k' }
    await running.client.send(new CreateBucketCommand(object))
    await running.client.send(new PutObjectCommand({ ...object, Body: 'x' }))
    const remove = () => running.client.send(new DeleteBucketCommand(object))
    await expect(remove()).rejects.toMatchObject({ name: 'BucketNotEmpty' })
    await running.client.send(new DeleteObjectCommand(object))
    await remove()
    await running.client.send(new CreateBucketCommand(object))
    const { KeyCount } = await running.client.send(new ListObjectsV2Command(object))
    expect(KeyCount).toBe(0)
  })

  it('has a name that is safe as a directory', async () => {
    for (const Bucket of ['UPPER', 'a', 'a..b', '-a-b', 'a_b', 'x'.repeat(64)]) {
      const { name } = (await running.client
        .send(new CreateBucketCommand({ Bucket }))
        .catch((error: Error) => error)) as Error
      expect.soft([Bucket, name]).toEqual([Bucket, 'InvalidBucketName'])
    }
  })

  it('answers what it cannot do with NotImplemented', async () => {
    const object = { Bucket: BUCKET, Key: 'k' }
    for (const refused of [
      running.client.send(new ListObjectsCommand({ Bucket: BUCKET })),
      running.client.send(new GetObjectAclCommand(object)),
      running.client.send(new GetObjectCommand({ ...object, VersionId: 'v' })),
      running.client.send(new PutObjectCommand({ ...object, Body: 'x', ACL: 'public-read' })),
      running.client.send(
        new PutObjectCommand({ ...object, Body: 'x', ServerSideEncryption: 'AES256' }),
      ),
    ]) {
      await expect(refused).rejects.toMatchObject({ name: 'NotImplemented' })
    }
  })
})

it('deletes many objects at once, missing ones too', async () => {
  const keys = ['d/1', 'd/2 &<>"\'\r\n', 'd/é', 'd/never']
  for (const Key of keys.slice(0, 3)) {
    await running.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x' }))
  }
  const Objects = keys.map((Key) => ({ Key }))
  const remove = (Quiet: boolean) =>
    running.client.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects, Quiet } }))
  expect((await remove(false)).Deleted?.map(({ Key }) => Key)).toEqual(keys)
  expect((await remove(true)).Deleted ?? []).toEqual([])
  const list = new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'd/' })
  expect((await running.client.send(list)).KeyCount).toBe(0)
})

it('refuses XML that defines entities, is malformed or too large', async () => {
  for (const [body, name] of [
    ['<!DOCTYPE x [<!ENTITY e "boom">]><CORSConfiguration>&e;</CORSConfiguration>', 'MalformedXML'],
    ['<CORSConfiguration><CORSRule></CORSConfiguration>', 'MalformedXML'],
    ['<CORSConfiguration/>', 'MalformedXML'],
    ['', 'MalformedXML'],
    ['<a>'.repeat(10_000), 'MalformedXML'],
    ['x'.repeat(5e6), 'EntityTooLarge'],
  ] as const) {
    const client = clientOf(running.endpoint)
    client.middlewareStack.add(
      (next) => (args) => {
        ;(args.request as { body: string }).body = body
        return next(args)
      },
      { step: 'serialize', priority: 'low' },
    )
    await expect(client.send(putCors)).rejects.toMatchObject({ name })
  }
})

describe('CORS rules', () => {
  const link = () =>
    getSignedUrl(running.client, new GetObjectCommand({ Bucket: BUCKET, Key: 'none' }))
  const preflight = async (origin: string, method: string, asked?: string) =>
    rawRequest('OPTIONS', await link(), {
      headers: {
        origin,
        'access-control-request-method': method,
        ...(asked ? { 'access-control-request-headers': asked } : {}),
      },
    })

  it('are kept over a restart and can be removed', async () => {
    const directory = await testDirectory()
    const get = new GetBucketCorsCommand({ Bucket: BUCKET })
    {
      await using first = await startStore({ directory })
      await first.client.send(putCors)
    }
    await using second = await startStore({ directory })
    expect((await second.client.send(get)).CORSRules).toEqual(CORSRules)
    await second.client.send(new DeleteBucketCorsCommand({ Bucket: BUCKET }))
    await expect(second.client.send(get)).rejects.toMatchObject({ name: 'NoSuchCORSConfiguration' })
  })

  it('answer preflights for what they allow, and nothing else', async () => {
    await running.client.send(putCors)
    const allowed = await preflight(ORIGIN, 'PUT', 'Content-Type')
    expect(allowed).toMatchObject({
      status: 200,
      headers: {
        'access-control-allow-origin': ORIGIN,
        'access-control-allow-methods': 'GET, PUT',
        'access-control-allow-headers': 'content-type',
        'access-control-max-age': '600',
      },
    })
    expect((await preflight('https://a.example', 'GET')).status).toBe(200)
    for (const [origin, method, asked] of [
      ['https://evil.test', 'GET', undefined],
      [ORIGIN, 'DELETE', undefined],
      [ORIGIN, 'PUT', 'content-type, x-evil'],
    ] as const) {
      const refused = await preflight(origin, method, asked)
      expect(refused.status).toBe(403)
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin')
    }
  })

  it('let the page read errors as well', async () => {
    await running.client.send(putCors)
    const missing = await rawRequest('GET', await link(), { headers: { origin: ORIGIN } })
    expect(missing).toMatchObject({
      status: 404,
      headers: {
        'access-control-allow-origin': ORIGIN,
        'access-control-expose-headers': 'ETag, Content-Range',
        vary: 'Origin',
      },
    })
    const url = `${running.endpoint}/${BUCKET}/none`
    const forged = await rawRequest('GET', url, { headers: { origin: ORIGIN } })
    expect([forged.status, forged.headers['access-control-allow-origin']]).toEqual([403, ORIGIN])
  })
})
