import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'

import { picture, utf16 } from '../../test/audio-fixtures.ts'
import { findCover } from '../../storage/find-cover.ts'
import { taggedMp3, wav } from '../../test/audio.ts'
import { png, uploadCover } from '../../test/images.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp, testOrigin } from '../../test/test-app.ts'
import { addTrack, upload } from '../../test/tracks.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const admin = await app.signIn('admin')

async function coverOf(coverUrl: string | null) {
  const link = await findCover(app.services.storage, coverUrl ?? '', testOrigin)
  const answer = await fetch(link?.url ?? '')
  const { format, width, height } = await sharp(await answer.arrayBuffer()).metadata()
  return { status: answer.status, type: answer.headers.get('content-type'), format, width, height }
}

describe('the cover of a track', () => {
  it('is the embedded image, square in three sizes, at an address that nobody guesses', async () => {
    const audio = taggedMp3([['APIC', picture(await png())]])
    const { coverUrl } = await admin.api.tracks.create({ uploadId: await upload(admin, audio) })
    expect(coverUrl).toMatch(/^\/covers\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}\/320$/)
    for (const size of [96, 320, 640])
      expect(await coverOf(coverUrl?.replace(/320$/, `${size}`) ?? '')).toEqual({
        status: 200,
        type: 'image/webp',
        format: 'webp',
        width: size,
        height: size,
      })
  })

  it('is the attached image before the embedded one', async () => {
    const audio = taggedMp3([['APIC', picture(await png())]])
    const coverUploadId = await uploadCover(admin, await png())
    const uploadId = await upload(admin, audio)
    const track = await admin.api.tracks.create({ uploadId, coverUploadId })
    expect(await coverOf(track.coverUrl)).toMatchObject({ status: 200, format: 'webp' })
    const again = await upload(admin, wav({ pitch: 141 }))
    const call = admin.api.tracks.create({ uploadId: again, coverUploadId })
    expect(await refusal(call)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is the one attached by the attempt that made the track, of several at once', async () => {
    const colours = ['#ff0000', '#00ff00', '#0000ff', '#ffffff']
    const uploadId = await upload(admin, wav({ pitch: 145 }))
    const attempts = await Promise.all(
      colours.map(async (background) => {
        const image = sharp({ create: { width: 20, height: 20, channels: 3, background } }).png()
        const coverUploadId = await uploadCover(admin, await image.toBuffer())
        return { background, coverUploadId }
      }),
    )
    const outcomes = await Promise.all(
      attempts.map(({ background, coverUploadId }) =>
        admin.api.tracks.create({ uploadId, coverUploadId }).then(
          ({ coverUrl }) => ({ background, coverUrl }),
          () => null,
        ),
      ),
    )
    const [made, ...others] = outcomes.filter((outcome) => outcome !== null)
    expect(others).toEqual([])
    const link = await findCover(app.services.storage, made?.coverUrl ?? '', testOrigin)
    const answer = await fetch(link?.url ?? '')
    const { dominant } = await sharp(await answer.arrayBuffer()).stats()
    const bright = (['r', 'g', 'b'] as const).map((c) => (dominant[c] > 128 ? 'ff' : '00'))
    expect(`#${bright.join('')}`).toBe(made?.background)
  })

  it('must be an image when attached; the audio can be used without it', async () => {
    const uploadId = await upload(admin, wav({ pitch: 142 }))
    for (const bytes of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a, not really']) {
      const coverUploadId = await uploadCover(admin, Buffer.from(bytes))
      expect(await refusal(admin.api.tracks.create({ uploadId, coverUploadId }))).toEqual({
        code: 'UNPROCESSABLE_CONTENT',
        reason: 'not_an_image',
      })
    }
    expect((await admin.api.tracks.create({ uploadId })).coverUrl).toBeNull()
  })

  it('is left out when the embedded one is no image', async () => {
    const audio = taggedMp3([
      ['APIC', picture(Buffer.from('not an image'))],
      ['TIT2', utf16('Bare')],
    ])
    const track = await admin.api.tracks.create({ uploadId: await upload(admin, audio) })
    expect(track).toMatchObject({ title: 'Bare', coverUrl: null })
  })

  it('is stored once for the tracks of an album that carry the same', async () => {
    const cover = await png()
    const track = async (title: string, album: string) => {
      const audio = taggedMp3([
        ['TIT2', utf16(title)],
        ['TPE1', utf16('Sharer')],
        ['TALB', utf16(album)],
        ['APIC', picture(cover)],
      ])
      return admin.api.tracks.create({ uploadId: await upload(admin, audio) })
    }
    const [one, two, other] = [
      await track('One', 'Shared'),
      await track('Two', 'SHARED'),
      await track('Three', 'Another'),
    ]
    expect(two.coverUrl).toBe(one.coverUrl)
    expect(other.coverUrl).not.toBe(one.coverUrl)
  })

  it("is the album's for a track without one", async () => {
    const coverUploadId = await uploadCover(admin, await png())
    const place = { artist: 'Lender', album: 'Lent' }
    const uploadId = await upload(admin, wav({ pitch: 143 }))
    const covered = await admin.api.tracks.create({ uploadId, coverUploadId, ...place })
    const { track } = await addTrack(admin, place)
    expect(track.coverUrl).toBe(covered.coverUrl)
  })

  it("cannot be another admin's upload, or an audio one", async () => {
    const other = await app.signIn('admin')
    const uploadId = await upload(admin, wav({ pitch: 144 }))
    for (const coverUploadId of [await uploadCover(other, await png()), uploadId])
      expect(await refusal(admin.api.tracks.create({ uploadId, coverUploadId }))).toEqual({
        code: 'NOT_FOUND',
        reason: 'not_found',
      })
  })
})
