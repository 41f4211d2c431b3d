import { randomBytes } from 'node:crypto'

import { afterAll, describe, expect, it } from 'vitest'

import type { RouterOutputs } from '../index.ts'
import { describeAudio, type TestAudio, wav } from '../test/audio.ts'
import { refusal } from '../test/refusal.ts'
import { testApp, testAppForTest, type TestClient, testOrigin } from '../test/test-app.ts'
import { testBucket } from '../test/test-bucket.ts'
import { addTrack, upload } from '../test/tracks.ts'
import { openUpload } from './uploads.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const gibibyte = 1024 ** 3
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }

function someFile(): TestAudio {
  return describeAudio(randomBytes(64), 'audio/flac')
}

type Link = Exclude<RouterOutputs['tracks']['presignUpload'], { duplicateOf: string }>

async function presign(admin: TestClient, file: TestAudio): Promise<Link> {
  const answer = await admin.api.tracks.presignUpload({ filename: 'a.flac', ...file })
  if ('duplicateOf' in answer) throw new Error('is there already')
  return answer
}

async function put(link: Link, body: Uint8Array, headers = {}): Promise<number> {
  const sent = { method: 'PUT', body: Buffer.from(body), headers: { ...link.headers, ...headers } }
  return (await fetch(link.url, sent)).status
}

describe('tracks.presignUpload', () => {
  it('gives a link that takes the file', async () => {
    const file = someFile()
    const link = await presign(await app.signIn('admin'), file)
    expect(link).toEqual({
      uploadId: expect.any(String),
      kind: 'single',
      url: expect.stringMatching(/^http:.*\/uploads\/[0-9a-f-]{36}\?/),
      headers: { 'content-type': 'audio/flac', 'x-amz-checksum-sha256': expect.any(String) },
      expiresAt: expect.any(String),
    })
    expect(Date.parse(link.expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000)
    expect(await put(link, file.bytes)).toBe(200)
  })

  it('gives a link that takes no other bytes, length, type or method', async () => {
    const file = someFile()
    const link = await presign(await app.signIn('admin'), file)
    const { sha256 } = someFile()
    const checksum = Buffer.from(sha256, 'hex').toString('base64')
    const { 'x-amz-checksum-sha256': _, ...unchecked } = link.headers
    const refused = [
      await put(link, randomBytes(64)),
      await put(link, randomBytes(65)),
      await put(link, file.bytes.slice(0, 63)),
      await put(link, file.bytes, { 'content-type': 'text/html' }),
      await put(link, file.bytes, { 'x-amz-checksum-sha256': checksum }),
      await put({ ...link, headers: unchecked }, file.bytes),
      (await fetch(link.url)).status,
      (await fetch(link.url, { method: 'DELETE' })).status,
    ]
    for (const status of refused) expect([400, 403, 411]).toContain(status)
    const create = (await app.signIn('admin')).api.tracks.create({ uploadId: link.uploadId })
    expect(await refusal(create)).toEqual(notFound)
  })

  it('goes on with the same upload when asked again, each admin with their own', async () => {
    const [admin, other] = [await app.signIn('admin'), await app.signIn('admin')]
    const file = someFile()
    const first = await presign(admin, file)
    const again = await presign(admin, { ...file, sha256: file.sha256.toUpperCase() })
    expect(again.uploadId).toBe(first.uploadId)
    expect(again.url.split('?')[0]).toBe(first.url.split('?')[0])
    expect((await presign(other, file)).uploadId).not.toBe(first.uploadId)
    const atOnce = someFile()
    const links = await Promise.all(Array.from({ length: 5 }, () => presign(admin, atOnce)))
    expect(new Set(links.map(({ uploadId }) => uploadId)).size).toBe(1)
  })

  it('names the track that has the same bytes', async () => {
    const { track, audio } = await addTrack(await app.signIn('admin'))
    const other = await app.signIn('admin')
    expect(await other.api.tracks.presignUpload({ filename: 'b.wav', ...audio })).toEqual({
      duplicateOf: track.id,
      isLoudnessKnown: false,
    })
  })

  it.each([
    'text/html',
    'image/svg+xml',
    'audio/mpeg; charset=utf-8',
    'Audio/MPEG',
    'video/mp4',
    '',
  ])('refuses files of type %j', async (contentType) => {
    const { api } = await app.signIn('admin')
    const refused = { code: 'BAD_REQUEST', reason: 'type_not_allowed' }
    const file = { ...someFile(), filename: 'a.mp3', contentType }
    expect(await refusal(api.tracks.presignUpload(file))).toEqual(refused)
    expect(await refusal(api.tracks.presignCover({ contentType, sizeBytes: 1 }))).toEqual(refused)
  })

  it.each([
    ['sizeBytes', { sizeBytes: 0 }],
    ['sizeBytes', { sizeBytes: 5 * gibibyte + 1 }],
    ['sizeBytes', { sizeBytes: 1.5 }],
    ['sha256', { sha256: 'a'.repeat(63) }],
    ['sha256', { sha256: `${'a'.repeat(63)}g` }],
    ['filename', { filename: '' }],
    ['filename', { filename: 'a\0b' }],
  ])('refuses input that is out of bounds: %s %j', async (field, wrong) => {
    const { api } = await app.signIn('admin')
    const call = api.tracks.presignUpload({ filename: 'a.flac', ...someFile(), ...wrong })
    expect(await refusal(call)).toMatchObject({
      code: 'BAD_REQUEST',
      reason: 'input_invalid',
      fields: { [field]: expect.any(String) },
    })
  })

  it('lets an admin have 200 GiB on the way and not a file more, also with calls at once', async () => {
    const admin = await app.signIn('admin')
    const large = () => ({ ...someFile(), sizeBytes: 5 * gibibyte })
    for (let count = 0; count < 36; count++) await presign(admin, large())
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => presign(admin, large())),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect(await refusal(presign(admin, someFile()))).toEqual({
      code: 'FORBIDDEN',
      reason: 'upload_quota_exceeded',
    })
    await expect(presign(await app.signIn('admin'), someFile())).resolves.toBeDefined()
  })

  it('lets a listener have 20 uploads on the way', async () => {
    const { user } = await app.signIn()
    const open = () =>
      openUpload(
        app.services.orm.em.fork(),
        app.services,
        { user, origin: testOrigin },
        { kind: 'avatar', filename: 'me', contentType: 'image/png', sizeBytes: 1_000 },
      )
    for (let count = 0; count < 20; count++) await open()
    await expect(open()).rejects.toMatchObject({ reason: 'upload_quota_exceeded' })
  })
})

describe('tracks.presignCover', () => {
  it('gives a link that takes an image of that length and type', async () => {
    const { api } = await app.signIn('admin')
    const bytes = randomBytes(50)
    const link = await api.tracks.presignCover({ contentType: 'image/webp', sizeBytes: 50 })
    expect(link).toEqual({
      uploadId: expect.any(String),
      url: expect.stringContaining('/uploads/'),
      headers: { 'content-type': 'image/webp' },
      expiresAt: expect.any(String),
    })
    const put = (body: Uint8Array, contentType: string) =>
      fetch(link.url, {
        method: 'PUT',
        headers: { 'content-type': contentType },
        body: Buffer.from(body),
      })
    expect((await put(bytes, 'image/png')).status).toBe(403)
    expect((await put(randomBytes(51), 'image/webp')).status).toBe(403)
    expect((await put(bytes, 'image/webp')).status).toBe(200)
  })

  it('takes at most 10 MiB', async () => {
    const { api } = await app.signIn('admin')
    const sizeBytes = 10 * 1024 ** 2 + 1
    expect(
      await refusal(api.tracks.presignCover({ contentType: 'image/png', sizeBytes })),
    ).toMatchObject({ fields: { sizeBytes: expect.any(String) } })
  })
})

describe('an upload', () => {
  it("is nobody else's", async () => {
    const [admin, other] = [await app.signIn('admin'), await app.signIn('admin')]
    const uploadId = await upload(admin, wav({ pitch: 101 }))
    expect(await refusal(other.api.tracks.create({ uploadId }))).toEqual(notFound)
    expect(await refusal(other.api.tracks.abortUpload({ uploadId }))).toEqual(notFound)
    await expect(admin.api.tracks.create({ uploadId })).resolves.toBeDefined()
  })

  it('can be used once its bytes are there, not before', async () => {
    const admin = await app.signIn('admin')
    const audio = wav({ pitch: 102 })
    const { uploadId } = await presign(admin, audio)
    expect(await refusal(admin.api.tracks.create({ uploadId }))).toEqual({
      code: 'PRECONDITION_FAILED',
      reason: 'upload_incomplete',
    })
    await upload(admin, audio)
    await expect(admin.api.tracks.create({ uploadId })).resolves.toBeDefined()
  })

  it('leaves nothing in the store when it is given up', async () => {
    const { store, keys } = await testBucket()
    const own = await testAppForTest({ store })
    const admin = await own.signIn('admin')
    const uploadId = await upload(admin, wav({ pitch: 103 }))
    expect(await keys()).toHaveLength(1)
    expect(await admin.api.tracks.abortUpload({ uploadId })).toEqual({})
    expect(await keys()).toEqual([])
    expect(await refusal(admin.api.tracks.create({ uploadId }))).toEqual(notFound)
    expect(await refusal(admin.api.tracks.abortUpload({ uploadId }))).toEqual(notFound)
  })
})
