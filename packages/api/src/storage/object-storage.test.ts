import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'

import { describeAudio, wav } from '../test/audio.ts'
import type { ProvidedStore } from '../test/provided.ts'
import { startRadosgw } from '../test/radosgw.ts'
import { testBucket } from '../test/test-bucket.ts'
import { linkLifeMs } from './listener-link.ts'
import { ObjectStorage } from './object-storage.ts'

const radosgw = await startRadosgw()
afterAll(() => radosgw?.stop())
if (!radosgw)
  process.stderr.write(
    '\n*** radosgw is not installed: the storage tests ran on the embedded store alone ***\n\n',
  )

interface TestedStore {
  name: string
  address: ProvidedStore
  /** How a PUT of other bytes than the signed hash says may be answered: Ceph 16 does not look. */
  answersToOtherBytes: number[]
}

const stores: TestedStore[] = [
  { name: 'the embedded store', address: inject('store'), answersToOtherBytes: [400] },
  ...(radosgw
    ? [{ name: 'radosgw', address: radosgw.address, answersToOtherBytes: [200, 400] }]
    : []),
]

const origin = 'http://localhost:4000'
const audio = wav({ pitch: 161 })
const file = { contentType: audio.contentType, sizeBytes: audio.sizeBytes, sha256: audio.sha256 }

describe.each(stores)('$name', ({ address, answersToOtherBytes }) => {
  let storage: ObjectStorage
  let keys: () => Promise<string[]>

  beforeAll(async () => {
    const bucket = await vi.waitFor(() => testBucket(address), { timeout: 90_000, interval: 500 })
    storage = new ObjectStorage(bucket.store)
    keys = bucket.keys
    return () => storage.close()
  }, 100_000)

  const put = async (
    key: string,
    body: Uint8Array = audio.bytes,
    headers = {},
    expected = file,
  ) => {
    const link = await storage.presignPut({ key, ...expected }, origin)
    return fetch(link.url, {
      method: 'PUT',
      headers: { ...link.headers, ...headers },
      body: Buffer.from(body),
    })
  }

  it('takes a file by link and gives it by link, whole and in parts', async () => {
    const key = `audio/${randomUUID()}`
    expect((await put(key)).status).toBe(200)
    const { url, expiresAt } = await storage.presignGet(key, {
      origin,
      listener: 'a listener',
      contentType: 'audio/x-asked-for',
    })
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(linkLifeMs)
    const whole = await fetch(url)
    expect(whole.status).toBe(200)
    expect(whole.headers.get('content-type')).toBe('audio/x-asked-for')
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(audio.bytes)
    const part = await fetch(url, { headers: { range: 'bytes=100-199' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${audio.sizeBytes}`)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(audio.bytes.slice(100, 200))
    const past = await fetch(url, { headers: { range: `bytes=${audio.sizeBytes}-` } })
    expect(past.status).toBe(416)
    const internal = await fetch(await storage.presignInternalGet(key))
    expect((await internal.arrayBuffer()).byteLength).toBe(audio.sizeBytes)
  })

  it('takes no other length or type by a link', async () => {
    const key = `audio/${randomUUID()}`
    const refused = [
      await put(key, audio.bytes.slice(1)),
      await put(key, Buffer.concat([audio.bytes, Buffer.from('x')])),
      await put(key, audio.bytes, { 'content-type': 'text/html' }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(await storage.head(key)).toBeNull()
  })

  it('signs the hash: a store that looks takes no other bytes', async () => {
    const key = `audio/${randomUUID()}`
    const swapped = audio.bytes.toReversed()
    expect(answersToOtherBytes).toContain((await put(key, swapped)).status)
    const { sha256 } = describeAudio(swapped, '')
    const checksum = Buffer.from(sha256, 'hex').toString('base64')
    expect((await put(key, swapped, { 'x-amz-checksum-sha256': checksum })).status).toBe(403)
  })

  it('tells of an object whether it is there, and how large', async () => {
    const key = `audio/${randomUUID()}`
    expect(await storage.head(key)).toBeNull()
    await put(key)
    expect(await storage.head(key)).toEqual({
      sizeBytes: audio.sizeBytes,
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    })
  })

  it('reads small objects whole, and no larger ones', async () => {
    const key = `covers/${randomUUID()}`
    await storage.write(key, audio.bytes, 'image/webp')
    expect(await storage.read(key, audio.sizeBytes)).toEqual(audio.bytes)
    expect(await storage.read(key, audio.sizeBytes - 1)).toBeNull()
    expect(await storage.read(randomUUID(), 1)).toBeNull()
    const { url } = await storage.presignGet(key, { origin })
    expect((await fetch(url)).headers.get('content-type')).toBe('image/webp')
  })

  it('copies what was verified, with a type of its own, and nothing that came since', async () => {
    const [source, target] = [`uploads/${randomUUID()}`, `audio/${randomUUID()}`]
    await put(source)
    const { etag = '' } = (await storage.head(source)) ?? {}
    await storage.write(source, Buffer.from('something else'), 'text/html')
    const contentType = 'audio/flac'
    expect(await storage.copy(source, target, { etag, contentType })).toBe(false)
    expect(await storage.copy(randomUUID(), target, { etag, contentType })).toBe(false)
    expect(await storage.head(target)).toBeNull()
    await put(source)
    expect(await storage.copy(source, target, { etag, contentType })).toBe(true)
    await storage.delete(source)
    const { url } = await storage.presignGet(target, { origin })
    const copied = await fetch(url)
    expect(copied.headers.get('content-type')).toBe('audio/flac')
    expect(new Uint8Array(await copied.arrayBuffer())).toEqual(audio.bytes)
  })

  it('deletes, also what is not there', async () => {
    const [one, other] = [`audio/${randomUUID()}`, `audio/${randomUUID()}`]
    await put(one)
    expect(await keys()).toContain(one)
    await storage.delete(one, other)
    await storage.delete(one, other)
    expect(await keys()).not.toContain(one)
  })

  it('gives links that open nothing else', async () => {
    const [key, other] = [`audio/${randomUUID()}`, `audio/${randomUUID()}`]
    await Promise.all([put(key), put(other)])
    const { url } = await storage.presignGet(key, { origin, listener: 'one' })
    const forged = [
      url.replace(key, other),
      url.replace(/x-segue-listener=[^&]*/, 'x-segue-listener=other'),
      url.replace('X-Amz-Expires=3600', 'X-Amz-Expires=7200'),
    ]
    for (const link of forged) expect((await fetch(link)).status).toBe(403)
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403)
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403)
    expect(await storage.check()).toBeUndefined()
  })
})

describe('a link', () => {
  const storage = new ObjectStorage({
    endpoint: 'http://127.0.0.1:9',
    publicEndpoint: null,
    region: 'us-east-1',
    bucket: 'segue',
    accessKeyId: 'a',
    secretAccessKey: 'b',
    forcePathStyle: true,
  })

  it('is the same for half an hour, with half of its life left, and lives an hour at most', async () => {
    const start = Date.UTC(2030, 0, 1) + 400
    const lives = new Map<string, number[]>()
    for (let minute = 0; minute < 25 * 60; minute += 5) {
      const now = new Date(start + minute * 60_000)
      const { url, expiresAt } = await storage.presignGet('a', { origin, listener: 'one' }, now)
      const dated = new URL(url).searchParams.get('X-Amz-Date') ?? ''
      const signedAt = Date.parse(dated.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5'))
      expect(expiresAt.getTime()).toBe(signedAt + linkLifeMs)
      lives.set(url, [...(lives.get(url) ?? []), expiresAt.getTime() - now.getTime()])
    }
    expect([...lives.values()].map(({ length }) => length).slice(1, -1)).toEqual(
      Array.from({ length: lives.size - 2 }, () => 6),
    )
    expect(Math.max(...[...lives.values()].flat())).toBeLessThanOrEqual(linkLifeMs)
    expect(Math.min(...[...lives.values()].flat())).toBeGreaterThanOrEqual(linkLifeMs / 2)
  })

  it('carries the origin that the caller used, where the store is embedded', async () => {
    const at = async (own: string) => (await storage.presignGet('a', { origin: own })).url
    expect(await at(origin)).toMatch(/^http:\/\/localhost:4000\/s3\/segue\/a\?/)
    expect(await at('http://127.0.0.1:4000')).toMatch(/^http:\/\/127.0.0.1:4000\/s3\/segue\/a\?/)
  })
})

describe('a store that does not answer', () => {
  it('is store_unavailable, whatever it is asked', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const endpoint = `http://127.0.0.1:${port}`
    const config = { ...inject('store'), endpoint, publicEndpoint: null, forcePathStyle: true }
    const storage = new ObjectStorage(config)
    const unavailable = { reason: 'store_unavailable', cause: expect.any(Error) }
    for (const call of [
      () => storage.check(),
      () => storage.head('a'),
      () => storage.read('a', 1),
      () => storage.write('a', Buffer.from('a'), 'image/webp'),
      () => storage.copy('a', 'b', { etag: '"a"', contentType: 'audio/wav' }),
      () => storage.delete('a'),
    ])
      await expect(call()).rejects.toMatchObject(unavailable)
    storage.close()
    server.close()
  })
})
