import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openObjectStore } from '../object-store.ts'
import { rawRequest } from '../testing/raw-request.ts'
import { BUCKET, clientOf, KEYS, startStore, testDirectory } from '../testing/running-store.ts'
import type { RunningStore } from '../testing/running-store.ts'

vi.setConfig({ testTimeout: 30_000 })
let running: RunningStore
const MIB = 1024 ** 2
const PARTS = [Buffer.alloc(5 * MIB, 'a'), Buffer.alloc(5 * MIB, 'b'), Buffer.from('the end')]
const WHOLE = Buffer.concat(PARTS)

beforeAll(async () => {
  running = await startStore()
})
afterAll(() => running[Symbol.asyncDispose]())

interface Part {
  PartNumber: number
  ETag: string | undefined
}

async function create(Key: string): Promise<string> {
  const command = new CreateMultipartUploadCommand({
    Bucket: BUCKET,
    Key,
    ContentType: 'audio/flac',
    Metadata: { a: 'b' },
  })
  return (await running.client.send(command)).UploadId ?? ''
}

async function uploadPart(
  Key: string,
  UploadId: string,
  PartNumber: number,
  Body: Buffer | string,
) {
  const command = new UploadPartCommand({ Bucket: BUCKET, Key, UploadId, PartNumber, Body })
  return { PartNumber, ETag: (await running.client.send(command)).ETag }
}

function complete(Key: string, UploadId: string, Parts: Part[]) {
  const MultipartUpload = { Parts }
  return running.client.send(
    new CompleteMultipartUploadCommand({ Bucket: BUCKET, Key, UploadId, MultipartUpload }),
  )
}

async function bytesOf(Key: string, Range?: string): Promise<Buffer> {
  const { Body } = await running.client.send(new GetObjectCommand({ Bucket: BUCKET, Key, Range }))
  return Buffer.from((await Body?.transformToByteArray()) ?? [])
}

async function uploadWhole(Key: string): Promise<{ id: string; parts: Part[] }> {
  const id = await create(Key)
  const parts = []
  for (const [index, bytes] of PARTS.entries()) {
    parts.push(await uploadPart(Key, id, index + 1, bytes))
  }
  return { id, parts }
}

describe('an upload in parts', () => {
  it('takes parts in any order through links, and is no object before it is completed', async () => {
    const id = await create('links')
    const parts: Part[] = []
    for (const PartNumber of [2, 3, 1]) {
      const command = new UploadPartCommand({
        Bucket: BUCKET,
        Key: 'links',
        UploadId: id,
        PartNumber,
      })
      const body = PARTS[PartNumber - 1] ?? Buffer.alloc(0)
      const url = await getSignedUrl(running.client, command)
      const answer = await rawRequest('PUT', url, {
        headers: { 'content-length': body.length },
        body,
      })
      parts.push({ PartNumber, ETag: answer.headers.etag })
    }
    const upload = { Bucket: BUCKET, Key: 'links', UploadId: id }
    const { Parts } = await running.client.send(new ListPartsCommand(upload))
    expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 5 * MIB],
      [2, 5 * MIB],
      [3, 7],
    ])
    await expect(bytesOf('links')).rejects.toMatchObject({ name: 'NoSuchKey' })
    await complete(
      'links',
      id,
      parts.sort((a, b) => a.PartNumber - b.PartNumber),
    )
    expect((await bytesOf('links')).equals(WHOLE)).toBe(true)
  })

  it('becomes an object with its type, metadata and the ETag that S3 gives', async () => {
    const { id, parts } = await uploadWhole('whole')
    const { ETag } = await complete('whole', id, parts)
    const md5s = PARTS.map((part) => createHash('md5').update(part).digest())
    expect(ETag).toBe(`"${createHash('md5').update(Buffer.concat(md5s)).digest('hex')}-3"`)
    const head = await running.client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'whole' }))
    expect(head).toMatchObject({ ETag, ContentType: 'audio/flac', Metadata: { a: 'b' } })
    const across = await bytesOf('whole', `bytes=${5 * MIB - 3}-${10 * MIB + 2}`)
    expect(across.equals(WHOLE.subarray(5 * MIB - 3, 10 * MIB + 3))).toBe(true)
    await vi.waitFor(async () => {
      expect(await readdir(`${running.directory}/uploads`)).not.toContain(id)
    }, 10_000)
    const CopySource = `${BUCKET}/whole`
    await running.client.send(new CopyObjectCommand({ Bucket: BUCKET, Key: 'copy', CopySource }))
    expect((await bytesOf('copy')).equals(WHOLE)).toBe(true)
  })

  it('completed twice answers the same', async () => {
    const id = await create('twice')
    const parts = [await uploadPart('twice', id, 1, 'abc')]
    const answers = await Promise.all([complete('twice', id, parts), complete('twice', id, parts)])
    answers.push(await complete('twice', id, parts))
    expect(new Set(answers.map(({ ETag }) => ETag)).size).toBe(1)
  })

  it('keeps the part that was sent last under a number', async () => {
    const id = await create('again')
    await uploadPart('again', id, 1, 'first')
    await complete('again', id, [await uploadPart('again', id, 1, 'second')])
    expect((await bytesOf('again')).toString()).toBe('second')
  })

  it('verifies the checksums SDKs send for each part', async () => {
    const client = clientOf(running.endpoint, { requestChecksumCalculation: 'WHEN_SUPPORTED' })
    const object = { Bucket: BUCKET, Key: 'checked' }
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(object))
    const part = { ...object, UploadId, PartNumber: 1 }
    const { ETag, ChecksumCRC32 } = await client.send(
      new UploadPartCommand({ ...part, Body: 'abc' }),
    )
    const completeWith = (checksum: string | undefined) =>
      client.send(
        new CompleteMultipartUploadCommand({
          ...object,
          UploadId,
          MultipartUpload: { Parts: [{ PartNumber: 1, ETag, ChecksumCRC32: checksum }] },
        }),
      )
    await expect(completeWith('AAAAAA==')).rejects.toMatchObject({ name: 'InvalidPart' })
    await completeWith(ChecksumCRC32)
  })

  it('is refused with parts that are missing, out of order, too small or of another ETag', async () => {
    const id = await create('wrong')
    const one = await uploadPart('wrong', id, 1, 'small')
    const two = await uploadPart('wrong', id, 2, 'small too')
    const refusals: [Part[], string][] = [
      [[], 'MalformedXML'],
      [[one, { ...two, PartNumber: 3 }], 'InvalidPart'],
      [[{ ...one, ETag: two.ETag }], 'InvalidPart'],
      [[two, one], 'InvalidPartOrder'],
      [[one, two], 'EntityTooSmall'],
    ]
    for (const [parts, name] of refusals) {
      await expect(complete('wrong', id, parts)).rejects.toMatchObject({ name })
    }
  })

  it('knows no parts but 1 to 10000, and no id but its own', async () => {
    const id = await create('bounds')
    for (const number of [0, 10_001]) {
      await expect(uploadPart('bounds', id, number, 'x')).rejects.toMatchObject({
        name: 'InvalidArgument',
      })
    }
    for (const other of ['nope', '../../../tmp/evil', id.replace(/./g, '0')]) {
      await expect(uploadPart('bounds', other, 1, 'x')).rejects.toMatchObject({
        name: 'NoSuchUpload',
      })
    }
    await expect(uploadPart('other-key', id, 1, 'x')).rejects.toMatchObject({
      name: 'NoSuchUpload',
    })
  })

  it('that is aborted is gone with its parts', async () => {
    const id = await create('aborted')
    await uploadPart('aborted', id, 1, 'x')
    const upload = { Bucket: BUCKET, Key: 'aborted', UploadId: id }
    await running.client.send(new AbortMultipartUploadCommand(upload))
    await expect(uploadPart('aborted', id, 1, 'x')).rejects.toMatchObject({ name: 'NoSuchUpload' })
    expect(await readdir(`${running.directory}/uploads`)).not.toContain(id)
    expect(await readdir(`${running.directory}/scratch`)).toEqual([])
  })
})

it('lists open uploads by key, page by page', async () => {
  const keys = ['list/b', 'list/a', 'list/é', 'list/a']
  for (const key of keys) await create(key)
  const found = []
  let marker: { KeyMarker?: string; UploadIdMarker?: string } = {}
  for (let isTruncated: boolean | undefined = true; isTruncated;) {
    const page = await running.client.send(
      new ListMultipartUploadsCommand({
        Bucket: BUCKET,
        Prefix: 'list/',
        MaxUploads: 1,
        ...marker,
      }),
    )
    found.push(...(page.Uploads ?? []).map(({ Key }) => Key))
    marker = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
    isTruncated = page.IsTruncated
  }
  expect(found).toEqual(['list/a', 'list/a', 'list/b', 'list/é'])
})

it('gives up uploads that were not completed in time, at the opening and while it runs', async () => {
  const directory = await testDirectory()
  const startedAt = Date.now()
  let aheadMs = 0
  const options = { directory, now: () => Date.now() + aheadMs, multipartMaxAgeMs: 3600_000 }
  const uploads = () => readdir(`${directory}/uploads`)
  const begin = (client: RunningStore['client']) =>
    client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: 'stale' }))
  {
    await using first = await startStore(options)
    await begin(first.client)
  }
  {
    await using second = await startStore(options)
    expect(await uploads()).toHaveLength(1)
    await begin(second.client)
  }
  aheadMs = 3600_000 + (Date.now() - startedAt) + 1000
  const third = await openObjectStore({ ...KEYS, ...options })
  expect(await uploads()).toEqual([])
  await third.close()
  aheadMs = 0
  await using fourth = await startStore({ ...options, multipartMaxAgeMs: 500 })
  await begin(fourth.client)
  await vi.waitFor(async () => expect(await uploads()).toEqual([]), 10_000)
})
