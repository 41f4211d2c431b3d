import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findCover, sweepUploads } from '../../index.ts'
import { retireImage } from '../../uploads/images.ts'
import { png, uploadAvatar } from '../../test/images.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp, type TestApp, testOrigin, type TestUser } from '../../test/test-app.ts'
import { testBucket, type TestBucket } from '../../test/test-bucket.ts'

let app: TestApp
let bucket: TestBucket
beforeAll(async () => {
  bucket = await testBucket()
  app = await testApp({ store: bucket.store })
})
afterAll(() => app[Symbol.asyncDispose]())

/** The objects of an image that is shown at that address. */
const keysOf = (avatarUrl: string | null) =>
  ['320', '640', '96'].map((size) => `covers/${avatarUrl?.split('/')[2]}/${size}.webp`)

async function setAvatar({ api, ...client }: TestUser, bytes?: Buffer): Promise<string | null> {
  const avatarUploadId = await uploadAvatar({ api, ...client }, bytes ?? (await png()))
  return (await api.me.update({ avatarUploadId })).avatarUrl
}

async function fetchAvatar(path: string): Promise<Buffer> {
  const link = await findCover(app.services.storage, path, testOrigin)
  return Buffer.from(await (await fetch(link?.url ?? '')).arrayBuffer())
}

describe('an avatar', () => {
  it('is re-encoded at every size, and what was sent is gone', async () => {
    const before = await bucket.keys()
    const listener = await app.signIn()
    const photo = await sharp(await png())
      .jpeg()
      .withExif({ IFD0: { Copyright: 'where I live' } })
      .toBuffer()
    const avatarUploadId = await uploadAvatar(listener, photo, 'image/jpeg')
    const { avatarUrl } = await listener.api.me.update({ avatarUploadId })
    expect(avatarUrl).toMatch(/^\/covers\/[0-9a-f-]{36}\/320$/)
    const added = (await bucket.keys()).filter((key) => !before.includes(key))
    expect(added).toEqual(keysOf(avatarUrl))
    const shown = await fetchAvatar(avatarUrl ?? '')
    expect(await sharp(shown).metadata()).toMatchObject({ format: 'webp', width: 320 })
    expect(shown.includes('where I live')).toBe(false)
  })

  it('takes the place of the one before, which is removed', async () => {
    const listener = await app.signIn()
    const first = await setAvatar(listener)
    const second = await setAvatar(listener)
    const keys = await bucket.keys()
    expect(keys).toEqual(expect.arrayContaining(keysOf(second)))
    for (const key of keysOf(first)) expect(keys).not.toContain(key)
    expect(await listener.api.me.update({ avatarUploadId: null })).toMatchObject({
      avatarUrl: null,
    })
    for (const key of keysOf(second)) expect(await bucket.keys()).not.toContain(key)
  })

  it('of several sent at once is the last, and no other is left over', async () => {
    const before = await bucket.keys()
    const listener = await app.signIn()
    await Promise.all(Array.from({ length: 4 }, () => setAvatar(listener)))
    const { avatarUrl } = await app.client(listener.request).api.me.get()
    const added = (await bucket.keys()).filter((key) => !before.includes(key))
    expect(added).toEqual(keysOf(avatarUrl))
  })

  it('is made of an upload once, of its own, and only when the bytes are there', async () => {
    const [listener, other] = [await app.signIn(), await app.signIn()]
    const avatarUploadId = await uploadAvatar(listener, await png())
    const notFound = { code: 'NOT_FOUND', reason: 'not_found' }
    expect(await refusal(other.api.me.update({ avatarUploadId }))).toEqual(notFound)
    await listener.api.me.update({ avatarUploadId })
    expect(await refusal(listener.api.me.update({ avatarUploadId }))).toEqual(notFound)
    const { uploadId } = await listener.api.me.presignAvatar({
      contentType: 'image/webp',
      sizeBytes: 5,
    })
    expect(await refusal(listener.api.me.update({ avatarUploadId: uploadId }))).toEqual({
      code: 'PRECONDITION_FAILED',
      reason: 'upload_incomplete',
    })
  })

  it.each([
    ['a page', '<html><script>alert(1)</script></html>'],
    ['a drawing that holds a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['half an image', '\x89PNG\r\n\x1a\n half of it'],
  ])('is no %s, and that is removed', async (_, text) => {
    const before = await bucket.keys()
    const listener = await app.signIn()
    const avatarUploadId = await uploadAvatar(listener, Buffer.from(text, 'latin1'))
    expect(await refusal(listener.api.me.update({ avatarUploadId }))).toEqual({
      code: 'UNPROCESSABLE_CONTENT',
      reason: 'not_an_image',
    })
    expect(await bucket.keys()).toEqual(before)
    expect((await listener.api.me.get()).avatarUrl).toBeNull()
  })

  it('takes images of at most 5 MiB, and never SVG', async () => {
    const { api } = await app.signIn()
    const sizeBytes = 5 * 1024 ** 2
    for (const contentType of ['image/jpeg', 'image/png', 'image/webp', 'image/avif'])
      await expect(api.me.presignAvatar({ contentType, sizeBytes })).resolves.toBeDefined()
    const large = { contentType: 'image/png', sizeBytes: sizeBytes + 1 }
    expect(await refusal(api.me.presignAvatar(large))).toMatchObject({
      reason: 'input_invalid',
      fields: { sizeBytes: expect.any(String) },
    })
    const drawing = { contentType: 'image/svg+xml', sizeBytes: 10 }
    expect(await refusal(api.me.presignAvatar(drawing))).toMatchObject({
      code: 'BAD_REQUEST',
      reason: 'type_not_allowed',
    })
  })

  it('that a server had no time to remove is swept', async () => {
    const listener = await app.signIn()
    const avatarUrl = await setAvatar(listener)
    const { services } = app
    await services.orm.em
      .fork()
      .transactional((tx) => retireImage(tx, avatarUrl?.split('/')[2] ?? ''))
    expect(await bucket.keys()).toEqual(expect.arrayContaining(keysOf(avatarUrl)))
    await sweepUploads(services, new Date(Date.now() + 3_700_000))
    for (const key of keysOf(avatarUrl)) expect(await bucket.keys()).not.toContain(key)
  })
})
