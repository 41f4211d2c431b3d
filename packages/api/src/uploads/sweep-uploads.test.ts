import { describe, expect, it } from 'vitest'

import { sweepUploads } from '../index.ts'
import { taggedMp3, wav } from '../test/audio.ts'
import { picture, utf16 } from '../test/audio-fixtures.ts'
import { png, uploadCover } from '../test/images.ts'
import { refusal } from '../test/refusal.ts'
import { testAppForTest } from '../test/test-app.ts'
import { testBucket } from '../test/test-bucket.ts'
import { addTrack, upload } from '../test/tracks.ts'
import { User } from '../features/auth/user.entity.ts'
import { keepCover } from '../features/tracks/track-cover.ts'
import { Track } from '../features/tracks/track.entity.ts'
import { Upload } from './upload.entity.ts'
import { drawCopyKey, useUpload } from './uploads.ts'

const hourMs = 3_600_000

async function setUp() {
  const { store, keys } = await testBucket()
  const app = await testAppForTest({ store })
  const { services } = app
  const sweepIn = (hours: number) => sweepUploads(services, new Date(Date.now() + hours * hourMs))
  const rows = () => services.orm.em.fork().count(Upload)
  return { services, admin: await app.signIn('admin'), keys, sweepIn, rows }
}

describe('sweepUploads', () => {
  it('removes what was never completed, after a day', async () => {
    const { admin, keys, sweepIn, rows } = await setUp()
    const uploadId = await upload(admin, wav({ pitch: 111 }))
    await admin.api.tracks.presignCover({ contentType: 'image/png', sizeBytes: 10 })
    expect(await sweepIn(23)).toBe(0)
    expect(await sweepIn(26)).toBe(2)
    expect(await keys()).toEqual([])
    expect(await rows()).toBe(0)
    expect(await refusal(admin.api.tracks.create({ uploadId }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('keeps what a track uses, and removes the copy of the client', async () => {
    const { admin, keys, sweepIn, rows } = await setUp()
    const { track, audio } = await addTrack(admin)
    expect(await keys()).toHaveLength(2)
    expect(await sweepIn(1)).toBe(0)
    expect(await sweepIn(3)).toBe(1)
    expect(await keys()).toEqual([expect.stringMatching(/^audio\//)])
    expect(await rows()).toBe(0)
    const { url } = await admin.api.stream.start({ trackId: track.id })
    expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(audio.bytes)
  })

  it('removes all of it when the server died between the copy and the commit', async () => {
    const { services, admin, keys, sweepIn } = await setUp()
    const id = await upload(admin, wav({ pitch: 112 }))
    const row = await services.orm.em.fork().findOneOrFail(Upload, { id })
    const { etag = '' } = (await services.storage.head(row.uploadKey)) ?? {}
    const copyKey = await drawCopyKey(services.orm.em.fork(), row)
    await services.storage.copy(row.uploadKey, copyKey, { etag, contentType: 'audio/wav' })
    await keepCover(services.orm.em.fork(), services, row, await png())
    expect(await keys()).toHaveLength(5)
    await sweepIn(26)
    expect(await keys()).toEqual([])
  })

  it('removes the copy of an attempt that lost, and keeps the one in use', async () => {
    const { services, admin, keys, sweepIn } = await setUp()
    const { storage, orm } = services
    const uploadId = await upload(admin, wav({ pitch: 116 }))
    const row = await orm.em.fork().findOneOrFail(Upload, { id: uploadId })
    const late = await drawCopyKey(orm.em.fork(), row)
    const { etag = '' } = (await storage.head(row.uploadKey)) ?? {}
    const { id } = await admin.api.tracks.create({ uploadId })
    await storage.copy(row.uploadKey, late, { etag, contentType: 'audio/wav' })
    for (const attempt of [useUpload(orm.em.fork(), row, [late]), drawCopyKey(orm.em.fork(), row)])
      await expect(attempt).rejects.toMatchObject({ reason: 'not_found' })
    const { objectKey } = await orm.em.fork().findOneOrFail(Track, { id })
    expect((await keys()).toSorted()).toEqual([late, objectKey, row.uploadKey].toSorted())
    await sweepIn(3)
    expect(await keys()).toEqual([objectKey])
  })

  it('removes the image of a cover that was replaced, once nothing shows it', async () => {
    const { admin, keys, sweepIn } = await setUp()
    const covers = async () => (await keys()).filter((key) => key.startsWith('covers/')).length
    const image = await png()
    const create = async (title: string) => {
      const audio = taggedMp3([
        ['TIT2', utf16(title)],
        ['TALB', utf16('Shared')],
        ['APIC', picture(image)],
      ])
      return admin.api.tracks.create({ uploadId: await upload(admin, audio) })
    }
    const [one, other] = [await create('One'), await create('Other')]
    expect(other.coverUrl).toBe(one.coverUrl)
    const coverUploadId = await uploadCover(admin, await png())
    const replaced = await admin.api.tracks.update({ id: one.id, coverUploadId })
    expect(replaced.coverUrl).not.toBe(one.coverUrl)
    await sweepIn(26)
    expect(await covers()).toBe(6)
    await admin.api.tracks.update({ id: other.id, coverUploadId: null })
    await sweepIn(26)
    expect(await covers()).toBe(3)
    const lent = await admin.api.tracks.byId({ id: other.id })
    expect(lent.coverUrl).toBe(replaced.coverUrl)
  })

  it('removes what users left who are gone', async () => {
    const { services, admin, keys, sweepIn, rows } = await setUp()
    await upload(admin, wav({ pitch: 117 }))
    await services.orm.em.fork().nativeDelete(User, { id: admin.user.id })
    expect(await sweepIn(26)).toBe(1)
    expect(await keys()).toEqual([])
    expect(await rows()).toBe(0)
  })

  it('goes on where it was cut off, and several at once do no harm', async () => {
    const { services, admin, keys, sweepIn, rows } = await setUp()
    for (const pitch of [113, 114, 115]) await upload(admin, wav({ pitch }))
    expect(await sweepUploads(services, new Date(Date.now() + 26 * hourMs), 1)).toBe(1)
    expect(await rows()).toBe(2)
    await Promise.all([sweepIn(26), sweepIn(26), sweepIn(26)])
    expect(await keys()).toEqual([])
    expect(await rows()).toBe(0)
  })
})
