import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toByteKey } from './key-index.ts'
import { fromToken, listPage, toToken } from './listing.ts'
import { keyOfRecordName, recordName } from './layout.ts'
import { BUCKET, startStore } from './testing/running-store.ts'
import type { RunningStore } from './testing/running-store.ts'

const KEYS = [
  'l/d0/a',
  'l/d0/b',
  'l/d1.x',
  'l/d1/a',
  'l/Zed',
  'l/top',
  'l/é',
  'l/\uFF5E',
  'l/😀',
  'm',
]
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

describe('over the API', () => {
  let running: RunningStore
  beforeAll(async () => {
    running = await startStore()
    for (const Key of KEYS.toReversed()) {
      await running.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }))
    }
  })
  afterAll(() => running[Symbol.asyncDispose]())

  const list = (input = {}) =>
    running.client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'l/', ...input }))
  const pages = async (input: object) => {
    const found: string[] = []
    let token: string | undefined
    do {
      const page = await list({ ...input, ContinuationToken: token })
      found.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix ?? ''))
      found.push(...(page.Contents ?? []).map(({ Key }) => Key ?? ''))
      token = page.NextContinuationToken
      expect(page.IsTruncated).toBe(token !== undefined)
    } while (token !== undefined)
    return found
  }

  it('lists keys in the order of their UTF-8 bytes, page by page', async () => {
    const wanted = KEYS.filter((key) => key.startsWith('l/')).sort(byBytes)
    expect(await pages({ MaxKeys: 2 })).toEqual(wanted)
    expect(await pages({})).toEqual(wanted)
  })

  it('folds keys at a delimiter, across pages too', async () => {
    const wanted = ['l/Zed', 'l/d0/', 'l/d1.x', 'l/d1/', 'l/top', 'l/é', 'l/\uFF5E', 'l/😀']
    expect(await pages({ Delimiter: '/', MaxKeys: 1 })).toEqual(wanted)
  })

  it('starts after a key, tells size, ETag and time, and encodes keys on request', async () => {
    const { Contents = [] } = await list({ StartAfter: 'l/top', EncodingType: 'url' })
    expect(Contents.map(({ Key }) => Key)).toEqual(['l/%C3%A9', 'l/%EF%BD%9E', 'l/%F0%9F%98%80'])
    expect(Contents[0]).toMatchObject({ Size: 4, ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/) })
    expect(Contents[0]?.LastModified?.getTime()).toBeGreaterThan(Date.now() - 60_000)
    expect((await list({ MaxKeys: 0 })).IsTruncated).toBe(false)
    await expect(list({ ContinuationToken: 'bad' })).rejects.toMatchObject({
      name: 'InvalidArgument',
    })
  })
})

it('resumes after a common prefix without counting its keys again', () => {
  const keys = KEYS.map(toByteKey).sort()
  const question = { prefix: '', delimiter: '/', limit: 1, after: { key: '', isPrefix: false } }
  const first = listPage(keys, question)
  expect(first).toMatchObject({ commonPrefixes: ['l/'], next: { key: 'l/', isPrefix: true } })
  const after = fromToken(toToken(first.next ?? question.after))
  expect(listPage(keys, { ...question, after })).toEqual({
    keys: ['m'],
    commonPrefixes: [],
    next: undefined,
  })
})

it('names records so that they sort and read back, in 255 bytes', () => {
  const odd = [...KEYS, '', '/', '..', 'a', 'A', 'aa', 'ab', '\u0001', '\u007F', 'ż'.repeat(70)]
  for (const key of odd) {
    expect(keyOfRecordName(recordName(key))).toBe(key)
    expect(recordName(key)).toMatch(/^[0-9a-v]*$/)
  }
  for (const key of ['x'.repeat(1024), '漢'.repeat(100)]) {
    expect(recordName(key)).toMatch(/^~[0-9a-f]{64}$/)
    expect(keyOfRecordName(recordName(key))).toBeUndefined()
  }
})
