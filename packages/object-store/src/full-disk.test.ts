import { spawnSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { expect, it, vi } from 'vitest'
import { rawRequest } from './testing/raw-request.ts'
import { BUCKET, clientOf, testDirectory } from './testing/running-store.ts'
import { spawnStore } from './testing/store-process.ts'
import type { StoreProcess } from './testing/store-process.ts'

vi.setConfig({ testTimeout: 30_000 })
const MIB = 1024 ** 2
const FULL = { name: 'InsufficientStorage', $metadata: { httpStatusCode: 507 } }

async function connect(store: StoreProcess) {
  const client = clientOf(store.endpoint)
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }))
  return client
}

it('answers 507 when the system lets a file grow no further, and leaves nothing', async () => {
  const directory = await testDirectory()
  // The kernel's limit on file sizes needs no rights to be set; -f counts in 512 or 1024 bytes.
  const store = await spawnStore(directory, ['sh', '-c', 'ulimit -f 2048; exec "$@"', 'sh'])
  const client = await connect(store)
  const object = { Bucket: BUCKET, Key: 'big' }
  await client.send(new PutObjectCommand({ ...object, Body: 'old' }))
  const url = await getSignedUrl(client, new PutObjectCommand(object))
  const body = Buffer.alloc(8 * MIB)
  const answer = await rawRequest('PUT', url, { headers: { 'content-length': body.length }, body })
  expect([answer.status, answer.code]).toEqual([507, 'InsufficientStorage'])
  expect(await readdir(join(directory, 'scratch'))).toEqual([])
  const { Body } = await client.send(new GetObjectCommand(object))
  expect(await Body?.transformToString()).toBe('old')
})

/** How to run a command with an 8 MiB file system at a directory; undefined where that is forbidden. */
function smallDisk(directory: string): string[] | undefined {
  const script = `mount -t tmpfs -o size=8m,mode=0700 tmpfs '${directory}' && exec "$@"`
  for (const rights of [[], ['--user', '--map-root-user']]) {
    const prefix = ['unshare', '--mount', ...rights, 'sh', '-c', script, 'sh']
    const [command = '', ...args] = prefix
    if (spawnSync(command, [...args, 'true']).status === 0) return prefix
  }
  process.stderr.write(
    '\n*** NO FILE SYSTEM CAN BE MOUNTED HERE: the store was NOT tried on a full disk ***\n\n',
  )
  return undefined
}

it('answers 507 on a full disk, keeps what it has, and goes on once there is room', async ({
  skip,
}) => {
  const directory = await testDirectory()
  const prefix = smallDisk(directory)
  if (!prefix) return skip('no file system can be mounted')
  const client = await connect(await spawnStore(directory, prefix))
  const put = (Key: string, size: number) =>
    client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Buffer.alloc(size, Key) }))
  await put('kept', 3 * MIB)
  await expect(put('too-big', 6 * MIB)).rejects.toMatchObject(FULL)
  await expect(put('kept', 6 * MIB)).rejects.toMatchObject(FULL)
  await put('room', 4 * MIB)
  const upload = await client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: 'mp' }))
  const { UploadId } = upload
  const part = { Bucket: BUCKET, Key: 'mp', UploadId, PartNumber: 1 }
  const sendPart = () =>
    client.send(new UploadPartCommand({ ...part, Body: Buffer.alloc(3 * MIB) }))
  await expect(sendPart()).rejects.toMatchObject(FULL)
  const fillUp = async () => {
    for (let n = 0; n < 1000; n++) await put(`filler-${n}`, 20_000)
  }
  await expect(fillUp()).rejects.toMatchObject(FULL)
  await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'room' }))
  const { ETag } = await vi.waitFor(sendPart, 10_000)
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] }
  const done = { Bucket: BUCKET, Key: 'mp', UploadId, MultipartUpload }
  await client.send(new CompleteMultipartUploadCommand(done))
  const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'kept' }))
  const bytes = Buffer.from((await Body?.transformToByteArray()) ?? [])
  expect(bytes.equals(Buffer.alloc(3 * MIB, 'kept'))).toBe(true)
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET }))
  const keys = Contents.map(({ Key }) => Key).filter((key) => !key?.startsWith('filler-'))
  expect(keys).toEqual(['kept', 'mp'])
})
