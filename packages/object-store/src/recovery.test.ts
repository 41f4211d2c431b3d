import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import type { S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { expect, it, vi } from 'vitest'
import { openObjectStore } from './object-store.ts'
import type { ObjectRecord } from './object-record.ts'
import { BUCKET, clientOf, KEYS, testDirectory } from './testing/running-store.ts'
import { spawnStore } from './testing/store-process.ts'

vi.setConfig({ testTimeout: 30_000 })
const POLL = { timeout: 10_000 }

const digest = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex')

async function digestOf(client: S3Client, Key: string): Promise<string | undefined> {
  try {
    const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))
    const found = digest((await Body?.transformToByteArray()) ?? new Uint8Array())
    return ETag?.includes('-') || ETag === `"${found}"` ? found : `${found} under ETag ${ETag}`
  } catch (error) {
    if ((error as Error).name === 'NoSuchKey') return undefined
    throw error
  }
}

/** Writes to its keys until the process is killed; knows what each may hold then. */
class Writer {
  readonly acknowledged = new Map<string, string | undefined>()
  inFlight: { key: string; digest: string | undefined } | undefined
  readonly #keys: string[]

  constructor(name: string) {
    this.#keys = [`${name}/a`, `${name}/b`]
  }

  async writeUntilKilled(client: S3Client): Promise<void> {
    for (let turn = 0; ; turn++) {
      const key = this.#keys[turn % 2] ?? ''
      const bytes = Buffer.alloc(1 + Math.floor(Math.random() * 400_000), String(Math.random()))
      this.inFlight = { key, digest: turn % 5 === 4 ? undefined : digest(bytes) }
      try {
        await write(client, key, turn % 5, bytes)
      } catch {
        return
      }
      this.acknowledged.set(key, this.inFlight.digest)
    }
  }

  /** What is there that was not the last acknowledged write or the one under way. */
  async violations(client: S3Client): Promise<string[]> {
    const violations: string[] = []
    for (const key of this.#keys) {
      const allowed = [this.acknowledged.get(key)]
      if (this.inFlight?.key === key) allowed.push(this.inFlight.digest)
      const found = await digestOf(client, key)
      if (!allowed.includes(found)) violations.push(`${key}: ${found}, not ${allowed}`)
      this.acknowledged.set(key, found)
    }
    return violations
  }
}

async function write(client: S3Client, Key: string, turn: number, Body: Buffer): Promise<void> {
  const object = { Bucket: BUCKET, Key }
  if (turn === 4) await client.send(new DeleteObjectCommand(object))
  else if (turn === 3) await writeInParts(client, object, Body)
  else await client.send(new PutObjectCommand({ ...object, Body }))
}

async function writeInParts(
  client: S3Client,
  object: { Bucket: string; Key: string },
  Body: Buffer,
) {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(object))
  const upload = { ...object, UploadId }
  const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body }))
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] }
  await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload }))
}

/** Blobs that no record names. */
async function orphans(directory: string): Promise<string[]> {
  const records = join(directory, 'buckets', BUCKET, 'records')
  const named = new Set<string>()
  for (const file of await readdir(records)) {
    const record = JSON.parse(await readFile(join(records, file), 'utf8')) as ObjectRecord
    for (const { blob } of record.segments) named.add(blob)
  }
  const files = await readdir(join(directory, 'blobs'), { recursive: true })
  return files.filter((file) => file.includes('/') && !named.has(file.split('/')[1] ?? ''))
}

it('loses no acknowledged write and leaves no litter when it is killed', async () => {
  const directory = await testDirectory()
  const writers = ['w0', 'w1', 'w2', 'w3'].map((name) => new Writer(name))
  for (let round = 0; round < 5; round++) {
    const store = await spawnStore(directory)
    const client = clientOf(store.endpoint)
    if (round === 0) await client.send(new CreateBucketCommand({ Bucket: BUCKET }))
    for (const writer of writers) expect(await writer.violations(client)).toEqual([])
    const writing = writers.map((writer) => writer.writeUntilKilled(client))
    const killAt = Promise.withResolvers<void>()
    setTimeout(killAt.resolve, 100 + Math.random() * 400)
    await killAt.promise
    await store.end('SIGKILL')
    await Promise.all(writing)
    client.destroy()
  }
  const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged.size, 0)
  expect(acknowledged).toBeGreaterThan(0)
  const last = await openObjectStore({ directory, ...KEYS })
  await last.close()
  expect(await orphans(directory)).toEqual([])
  expect(await readdir(join(directory, 'journal'))).toEqual([])
  expect(await readdir(join(directory, 'scratch'))).toEqual([])
})

it('keeps the old object when it is killed in the middle of an upload', async () => {
  const directory = await testDirectory()
  const object = { Bucket: BUCKET, Key: 'kept' }
  const store = await spawnStore(directory)
  const client = clientOf(store.endpoint)
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }))
  await client.send(new PutObjectCommand({ ...object, Body: 'old' }))
  const url = await getSignedUrl(client, new PutObjectCommand(object))
  const outgoing = request(url, { method: 'PUT', headers: { 'content-length': 4e6 } })
  outgoing.on('error', () => undefined)
  outgoing.write(Buffer.alloc(2e6))
  await expect.poll(() => readdir(join(directory, 'scratch')), POLL).toHaveLength(1)
  await store.end('SIGKILL')
  const next = await spawnStore(directory)
  expect(await digestOf(clientOf(next.endpoint), 'kept')).toBe(digest(Buffer.from('old')))
  expect(await readdir(join(directory, 'scratch'))).toEqual([])
  expect(await next.end('SIGTERM')).toBe(0)
})

it('finishes the upload in flight when it is told to stop', async () => {
  const directory = await testDirectory()
  const object = { Bucket: BUCKET, Key: 'last' }
  const store = await spawnStore(directory)
  const client = clientOf(store.endpoint)
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }))
  const url = await getSignedUrl(client, new PutObjectCommand(object))
  const answered = Promise.withResolvers<number | undefined>()
  const outgoing = request(url, { method: 'PUT', headers: { 'content-length': 6 } }, (answer) => {
    answer.resume()
    answered.resolve(answer.statusCode)
  })
  outgoing.write('one')
  await expect.poll(() => readdir(join(directory, 'scratch')), POLL).toHaveLength(1)
  const ended = store.end('SIGTERM')
  outgoing.end('two')
  expect(await answered.promise).toBe(200)
  expect(await ended).toBe(0)
})

it('is opened by one process at a time', async () => {
  const directory = await testDirectory()
  const store = await spawnStore(directory)
  await expect(openObjectStore({ directory, ...KEYS })).rejects.toThrow('in use by another process')
  await store.end('SIGKILL')
  const next = await openObjectStore({ directory, ...KEYS })
  await next.close()
})
