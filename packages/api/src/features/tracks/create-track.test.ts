import { randomUUID } from 'node:crypto'

import { afterAll, describe, expect, it } from 'vitest'

import { picture, utf16 } from '../../test/audio-fixtures.ts'
import { describeAudio, taggedMp3, type TestAudio, wav } from '../../test/audio.ts'
import { png } from '../../test/images.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp, testAppForTest } from '../../test/test-app.ts'
import { testBucket } from '../../test/test-bucket.ts'
import { addTrack, upload } from '../../test/tracks.ts'
import { Track } from './track.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const admin = await app.signIn('admin')
const image = await png()

async function bytesOf(trackId: string): Promise<Uint8Array> {
  const { url } = await admin.api.stream.start({ trackId })
  return new Uint8Array(await (await fetch(url)).arrayBuffer())
}

describe('tracks.create', () => {
  it('makes a track of what the tags say, with the embedded cover', async () => {
    const audio = taggedMp3([
      ['TIT2', utf16('밤편지')],
      ['TPE1', utf16('아이유')],
      ['TPE2', utf16('IU')],
      ['TALB', utf16('Palette 🎨')],
      ['TCON', utf16('K-Pop')],
      ['TYER', utf16('2017')],
      ['TRCK', utf16('4/10')],
      ['TPOS', utf16('1/1')],
      ['APIC', picture(await png())],
    ])
    const track = await admin.api.tracks.create({ uploadId: await upload(admin, audio, 'x.mp3') })
    expect(track).toEqual({
      id: expect.any(String),
      title: '밤편지',
      artist: { id: expect.any(String), name: '아이유' },
      album: { id: expect.any(String), title: 'Palette 🎨' },
      genre: 'K-Pop',
      year: 2017,
      trackNumber: 4,
      discNumber: 1,
      durationMs: expect.any(Number),
      coverUrl: expect.stringMatching(/^\/covers\/[0-9a-f-]{36}\/320$/),
      favorite: false,
      playCount: 0,
      available: true,
      createdAt: expect.any(String),
    })
    expect(Math.abs(track.durationMs - 1_000)).toBeLessThan(100)
    expect(await admin.api.tracks.byId({ id: track.id })).toEqual(track)
    const row = await app.services.orm.em.fork().findOneOrFail(Track, { id: track.id })
    expect(row).toMatchObject({
      codec: 'MP3',
      contentType: 'audio/mpeg',
      sizeBytes: audio.sizeBytes,
    })
    expect(row.bitrate).toBeGreaterThan(0)
    expect(row.objectKey).toMatch(/^audio\/[0-9a-f-]{36}$/)
  })

  it('takes what the caller gives before the tags', async () => {
    const audio = taggedMp3([
      ['TIT2', utf16('Tag')],
      ['TALB', utf16('Tagged')],
    ])
    const given = {
      title: ' Given ',
      artist: 'Somebody',
      album: 'An album',
      albumArtist: 'Various',
      genre: 'Ambient',
      year: 1,
      trackNumber: 7,
      discNumber: 2,
      durationMs: 1_234,
    }
    const uploadId = await upload(admin, audio)
    const track = await admin.api.tracks.create({ uploadId, ...given })
    expect(track).toMatchObject({
      title: 'Given',
      genre: 'Ambient',
      year: 1,
      trackNumber: 7,
      discNumber: 2,
      durationMs: 1_234,
      artist: { name: 'Somebody' },
      album: { title: 'An album' },
    })
  })

  it('takes the name of the file where tags say nothing, in any encoding', async () => {
    const uploadId = await upload(
      admin,
      wav({ pitch: 121 }),
      '03 - 아이유 - 🌊.wav'.normalize('NFD'),
    )
    expect(await admin.api.tracks.create({ uploadId })).toMatchObject({
      title: '🌊',
      artist: { name: '아이유' },
      trackNumber: 3,
      album: null,
      coverUrl: null,
    })
  })

  it('serves the type found by content, whatever was announced', async () => {
    const audio = { ...wav({ pitch: 122 }), contentType: 'audio/mpeg' }
    const { id } = await admin.api.tracks.create({ uploadId: await upload(admin, audio, 'a.mp3') })
    const { url, contentType } = await admin.api.stream.start({ trackId: id })
    expect(contentType).toBe('audio/wav')
    expect((await fetch(url)).headers.get('content-type')).toBe('audio/wav')
  })

  it('takes artists and albums for the same whatever their case and accents', async () => {
    const [one, other] = [
      await addTrack(admin, { artist: 'Beyoncé', album: 'Déjà Vu' }),
      await addTrack(admin, { artist: 'BEYONCE', album: 'deja  vu' }),
    ]
    expect(other.track.artist).toEqual(one.track.artist)
    expect(other.track.album).toEqual(one.track.album)
    const same = await addTrack(admin, { artist: 'Somebody else', album: 'Déjà Vu' })
    expect(same.track.album?.id).not.toBe(one.track.album?.id)
  })

  it('gives an album the first year that comes with a track of it', async () => {
    const place = { artist: 'Dated', album: 'Dated' }
    const { track } = await addTrack(admin, place)
    const album = () => admin.api.albums.byId({ id: track.album?.id ?? '' })
    expect(await album()).toMatchObject({ year: null, trackCount: 1 })
    for (const year of [1972, 1973]) await addTrack(admin, { ...place, year })
    expect(await album()).toMatchObject({ year: 1972, trackCount: 3 })
  })

  it('makes each new artist and album once when many tracks come at once, crosswise too', async () => {
    const names = ['Ping', 'Pong', '!!!']
    const tracks = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const artist = names[index % 3]
        const { track } = await addTrack(admin, {
          artist,
          albumArtist: names[(index + 1) % 3],
          album: `Cross ${index % 3}`,
        })
        return track
      }),
    )
    expect(new Set(tracks.map(({ artist }) => artist.id)).size).toBe(3)
    expect(new Set(tracks.map(({ album }) => album?.id)).size).toBe(3)
  })
})

describe('a name that cannot be seen', () => {
  it.each(['title', 'artist', 'album', 'albumArtist', 'genre'])(
    'is refused as %s',
    async (field) => {
      for (const name of ['\u200B', '\u202Etitle', 'a\u0007b'])
        expect(
          await refusal(admin.api.tracks.create({ uploadId: randomUUID(), [field]: name })),
        ).toEqual({
          code: 'BAD_REQUEST',
          reason: 'input_invalid',
          fields: { [field]: expect.any(String) },
        })
    },
  )
})

describe('a file that is no music', () => {
  const html = Buffer.from('<html><script>alert(1)</script></html>'.repeat(20))
  const broken: [string, TestAudio][] = [
    ['HTML named .mp3', describeAudio(html, 'audio/mpeg')],
    ['a picture', describeAudio(image, 'audio/mpeg')],
    ['one byte', describeAudio(Buffer.from('x'), 'audio/ogg')],
  ]

  it.each(broken)('is refused and leaves nothing: %s', async (_, audio) => {
    const { store, keys } = await testBucket()
    const own = await testAppForTest({ store })
    const keeper = await own.signIn('admin')
    const uploadId = await upload(keeper, audio, 'song.mp3')
    expect(await refusal(keeper.api.tracks.create({ uploadId }))).toEqual({
      code: 'UNPROCESSABLE_CONTENT',
      reason: 'not_audio',
    })
    expect(await keys()).toEqual([])
    expect((await keeper.api.tracks.list({})).items).toEqual([])
    expect(await refusal(keeper.api.tracks.create({ uploadId }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('bytes that are a track already', () => {
  it('are one track when one upload is used 10 times at once', async () => {
    const uploadId = await upload(admin, wav({ pitch: 131 }))
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => {
        const call = admin.api.tracks.create({ uploadId })
        return call.then(
          ({ id }) => ({ id }),
          () => refusal(call),
        )
      }),
    )
    const made = outcomes.filter((outcome) => 'id' in outcome)
    expect(made).toHaveLength(1)
    const duplicate = { code: 'CONFLICT', reason: 'duplicate_track', duplicateOf: made[0]?.id }
    expect(outcomes.filter((outcome) => 'code' in outcome)).toEqual(
      Array.from({ length: 9 }, () => duplicate),
    )
    expect(await refusal(admin.api.tracks.create({ uploadId }))).toEqual(duplicate)
    expect(await bytesOf(made[0]?.id ?? '')).toEqual(wav({ pitch: 131 }).bytes)
  })

  it('are one track when two admins send them at once, and leave nothing else behind', async () => {
    const { store, keys } = await testBucket()
    const own = await testAppForTest({ store })
    const admins = [await own.signIn('admin'), await own.signIn('admin')]
    const audio = taggedMp3([
      ['APIC', picture(await png())],
      ['TALB', utf16('Both')],
    ])
    const uploads = await Promise.all(
      admins.map(async (one) => [one, await upload(one, audio)] as const),
    )
    const outcomes = await Promise.all(
      uploads.map(([one, uploadId]) => {
        const call = one.api.tracks.create({ uploadId })
        return call.then(
          ({ id }) => ({ id }),
          () => refusal(call),
        )
      }),
    )
    const made = outcomes.find((outcome) => 'id' in outcome)
    expect(outcomes.find((outcome) => 'code' in outcome)).toEqual({
      code: 'CONFLICT',
      reason: 'duplicate_track',
      duplicateOf: made?.id,
    })
    const folders = (await keys()).map((key) => key.split('/')[0])
    expect(folders).toEqual(['audio', 'covers', 'covers', 'covers', 'uploads'])
  })

  it('cannot be changed by the link of the upload', async () => {
    const audio = wav({ pitch: 132 })
    const file = { filename: 'a.wav', ...audio }
    const link = await admin.api.tracks.presignUpload(file)
    const uploadId = await upload(admin, audio)
    const { id } = await admin.api.tracks.create({ uploadId })
    const { url, headers } = 'url' in link ? link : { url: '', headers: {} }
    for (const body of [audio.bytes, wav({ pitch: 133 }).bytes])
      await fetch(url, { method: 'PUT', headers, body: Buffer.from(body) })
    expect(await bytesOf(id)).toEqual(audio.bytes)
  })
})
