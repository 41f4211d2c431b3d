import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { recordName, recordPath, recordsPath } from './layout.ts'
import type { ObjectRecord } from './object-record.ts'
import { BUCKET, startStore, temporaryDirectory } from './testing/running-store.ts'

vi.setConfig({ testTimeout: 30_000 })
const COUNT = 50_000
const keyOf = (n: number) => `tracks/${String(n).padStart(6, '0')}/audio`
let directory: string

beforeAll(async () => {
  directory = await temporaryDirectory()
  const layout = {
    blobs: '',
    uploads: '',
    journal: '',
    scratch: '',
    buckets: `${directory}/buckets`,
  }
  mkdirSync(recordsPath(layout, BUCKET), { recursive: true })
  writeFileSync(`${directory}/buckets/${BUCKET}/bucket.json`, `{"name":"${BUCKET}","created":0}`)
  const write = (key: string, content: string) =>
    writeFileSync(recordPath(layout, BUCKET, recordName(key)), content)
  for (let n = 0; n < COUNT; n++) write(keyOf(n), JSON.stringify(emptyObject(keyOf(n))))
  write('zzz-unreadable', 'not a record')
}, 60_000)
afterAll(() => rmSync(directory, { recursive: true }), 60_000)

function emptyObject(key: string): ObjectRecord {
  return {
    key,
    size: 0,
    etag: '0'.repeat(32),
    modified: 0,
    segments: [],
    headers: {},
    metadata: {},
  }
}

it('opens and serves 50,000 objects without reading their records', async () => {
  // A record that cannot be read would stop whoever reads them all.
  await using running = await startStore({ directory })
  const { client } = running
  const last = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: keyOf(COUNT - 1) }))
  expect(last.ContentLength).toBe(0)
  await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: keyOf(COUNT), Body: 'new' }))
  const list = (input = {}) => client.send(new ListObjectsV2Command({ Bucket: BUCKET, ...input }))
  const first = await list()
  expect(first.Contents?.map(({ Key }) => Key)).toEqual(
    Array.from({ length: 1000 }, (_, n) => keyOf(n)),
  )
  const end = await list({ StartAfter: keyOf(COUNT - 2), Prefix: 'tracks/' })
  expect(end.Contents?.map(({ Key }) => Key)).toEqual([keyOf(COUNT - 1), keyOf(COUNT)])
  const folded = await list({ Prefix: 'track', Delimiter: '/' })
  expect(folded.CommonPrefixes).toEqual([{ Prefix: 'tracks/' }])
  expect(running.errors).toEqual([])
})
