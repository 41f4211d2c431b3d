import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'

import { picture, utf16 } from '../../test/audio-fixtures.ts'
import { taggedMp3 } from '../../test/audio.ts'
import { png, uploadCover } from '../../test/images.ts'
import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { upload } from '../../test/tracks.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const admin = await app.signIn('admin')
const { api } = admin
const notFound = { code: 'NOT_FOUND', reason: 'not_found' }

async function newTrack() {
  const [id = ''] = await shelve(app.services.orm.em.fork(), { title: 'Bare' })
  return api.tracks.byId({ id })
}

describe('a cover by tracks.update', () => {
  const withCover = async (album: string, image: Buffer) => {
    const audio = taggedMp3([
      ['TIT2', utf16(v7())],
      ['TALB', utf16(album)],
      ['TPE1', utf16('Painter')],
      ['APIC', picture(image)],
    ])
    return api.tracks.create({ uploadId: await upload(admin, audio) })
  }

  it("replaces the track's, and the album's once no track of it carries that", async () => {
    const [album, image] = [v7(), await png()]
    const [one, other] = [await withCover(album, image), await withCover(album, image)]
    const albumCover = async () => (await api.albums.byId({ id: one.album?.id ?? '' })).coverUrl
    const replace = async (id: string) =>
      api.tracks.update({ id, coverUploadId: await uploadCover(admin, await png()) })
    const first = await replace(one.id)
    expect(first.coverUrl).not.toBe(one.coverUrl)
    expect(await albumCover()).toBe(one.coverUrl)
    expect((await api.tracks.byId({ id: other.id })).coverUrl).toBe(other.coverUrl)
    await replace(other.id)
    expect(await albumCover()).toBe(first.coverUrl)
  })

  it('is cleared by null, of an album of one track too', async () => {
    const { id, album } = await withCover(v7(), await png())
    expect(await api.tracks.update({ id, coverUploadId: null })).toMatchObject({ coverUrl: null })
    expect(await api.albums.byId({ id: album?.id ?? '' })).toMatchObject({ coverUrl: null })
  })

  it('must be an own upload, an image, and is used once', async () => {
    const before = await newTrack()
    const { id } = before
    const other = await app.signIn('admin')
    for (const coverUploadId of [v7(), await uploadCover(other, await png())])
      expect(await refusal(api.tracks.update({ id, title: 'x', coverUploadId }))).toEqual(notFound)
    const noImage = await uploadCover(admin, Buffer.from('<svg/>'))
    expect(
      await refusal(api.tracks.update({ id, title: 'x', coverUploadId: noImage })),
    ).toMatchObject({ reason: 'not_an_image' })
    expect(await api.tracks.byId({ id })).toEqual(before)
    const coverUploadId = await uploadCover(admin, await png())
    await api.tracks.update({ id, coverUploadId })
    expect(await refusal(api.tracks.update({ id, coverUploadId }))).toEqual(notFound)
  })

  it('is of one of two updates at once with the same upload', async () => {
    const [one, other] = [await newTrack(), await newTrack()]
    const coverUploadId = await uploadCover(admin, await png())
    const outcomes = await Promise.allSettled(
      [one, other].map(({ id }) => api.tracks.update({ id, coverUploadId })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
