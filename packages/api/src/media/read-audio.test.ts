import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import * as audio from '../test/audio-fixtures.ts'
import type { AudioInspection } from './audio-inspection.ts'
import { readAudio } from './read-audio.ts'

const folder = mkdtempSync(join(tmpdir(), 'segue-read-audio-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(bytes: Uint8Array): Promise<AudioInspection> {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const file = openSync(path, 'r')
  try {
    return await readAudio(file)
  } finally {
    closeSync(file)
  }
}

const silenceThenTone = audio.tone(20, 10)
const { latin1 } = audio

describe('what is accepted', () => {
  it.each([
    ['WAV', () => audio.wav(1), { contentType: 'audio/wav', codec: 'PCM', durationMs: 1000 }],
    ['Ogg Vorbis', () => audio.ogg(audio.tone(2)), { contentType: 'audio/ogg', codec: 'Vorbis' }],
    ['FLAC', () => audio.flac([]), { contentType: 'audio/flac', codec: 'FLAC', durationMs: 2000 }],
    [
      'AAC in MP4 with its moov at the end',
      () => audio.mp4(),
      { contentType: 'audio/mp4', codec: 'AAC', durationMs: 2000 },
    ],
    [
      'Opus in MP4',
      () => audio.mp4({ codec: 'Opus' }),
      { contentType: 'audio/mp4', codec: 'Opus' },
    ],
    [
      'WebM without a duration',
      () => audio.recordedWebm(100),
      { contentType: 'audio/webm', codec: 'Opus', durationMs: 2000 },
    ],
  ])('takes %s', async (_, make, expected) => {
    expect(await read(await make())).toMatchObject(expected)
  })

  it('counts the frames of an MP3 of variable bitrate without a Xing header', async () => {
    const found = await read(await audio.mp3(silenceThenTone))
    expect(found).toMatchObject({ contentType: 'audio/mpeg', codec: 'MP3', sampleRate: 44_100 })
    expect(Math.abs(found.durationMs - 30_000)).toBeLessThan(100)
  })

  it('counts both of two MP3s in a row, and neither junk nor padding between them', async () => {
    const one = await audio.mp3(audio.tone(3))
    const tag = audio.id3v2([['TIT2', latin1('Second')]])
    const both = await read(Buffer.concat([one, Buffer.alloc(5000), tag, Buffer.from('junk'), one]))
    expect(Math.abs(both.durationMs - 6000)).toBeLessThan(200)
  })

  it('finds the frames behind a tag with padding that the tag does not count', async () => {
    const tag = audio.id3v2([['TIT2', latin1('Padded')]])
    const padded = Buffer.concat([tag, Buffer.alloc(3000), await audio.mp3(audio.tone(1))])
    expect(await read(padded)).toMatchObject({ codec: 'MP3', tags: { title: 'Padded' } })
  })

  it('does not believe a WAV that says it is 4 GB long', async () => {
    const bytes = audio.wav(1)
    bytes.fill(0xff, 4, 8)
    bytes.fill(0xff, 40, 44)
    expect(await read(bytes)).toMatchObject({ durationMs: 1000 })
  })

  it('finds the end of an Ogg stream that is longer than one window', async () => {
    const found = await read(await audio.ogg(silenceThenTone))
    expect(Math.abs(found.durationMs - 30_000)).toBeLessThan(100)
    expect(found.bitrate).toBeGreaterThan(1000)
  })

  it('counts the samples of a FLAC that was written into a pipe', async () => {
    expect(await read(audio.flac([], { isStreamed: true }))).toMatchObject({ durationMs: 2000 })
  })

  it('adds up the fragments of an MP4 whose samples do not say how long they last', async () => {
    const found = await read(audio.fragmentedMp4(3))
    const seconds = (3 * 43 * 1024) / 44_100
    expect(found).toMatchObject({ codec: 'AAC', durationMs: Math.round(seconds * 1000) })
  })
})

describe('tags and covers', () => {
  it('prefers ID3v2 to what else the file says', async () => {
    const sound = await audio.mp3(audio.tone(1))
    const apeItem = Buffer.from('\x03\0\0\0\0\0\0\0Title\0APE', 'latin1')
    const ape = Buffer.from(
      'APETAGEX\xd0\x07\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0',
      'latin1',
    )
    ape.writeUInt32LE(apeItem.length + 32, 12)
    const found = await read(
      Buffer.concat([
        audio.id3v2([['TIT2', audio.utf16('아리랑')]]),
        sound,
        apeItem,
        ape,
        audio.id3v1(Buffer.from('ID3v1')),
      ]),
    )
    expect(found.tags.title).toBe('아리랑')
  })

  it('does not take AC/DC for two artists', async () => {
    const tag = audio.id3v2([
      ['TPE1', latin1('AC/DC')],
      ['TPE2', latin1('AC/DC; Simon & Garfunkel')],
      ['TCON', latin1('(17)')],
    ])
    const found = await read(Buffer.concat([tag, await audio.mp3(audio.tone(1))]))
    expect(found.tags).toEqual({
      artist: 'AC/DC',
      albumArtist: 'AC/DC; Simon & Garfunkel',
      genre: 'Rock',
    })
  })

  it('repairs CP949 in an ID3v1 tag at the end', async () => {
    const title = Buffer.from('bec6b8aeb6fb', 'hex')
    const found = await read(Buffer.concat([await audio.mp3(audio.tone(1)), audio.id3v1(title)]))
    expect(found.tags.title).toBe('아리랑')
  })

  it('takes NUL and lone surrogates out', async () => {
    const nul = await read(
      audio.flac(['TITLE=be\0fore', 'ARTIST=\0', 'DATE=20240131', 'TRACKNUMBER=-1']),
    )
    expect(nul.tags).toEqual({ title: 'before', year: 2024 })
    const tag = audio.id3v2([['TIT2', Buffer.from('01fffe610000d86200', 'hex')]])
    const lone = await read(Buffer.concat([tag, await audio.mp3(audio.tone(1))]))
    expect(lone.tags.title).toBe('a\uFFFDb')
  })

  it('takes the last title where an encoder wrote several', async () => {
    expect((await read(audio.flac(['TITLE=a', 'TITLE=b']))).tags.title).toBe('b')
  })

  it('hands over the front cover as it came, whatever it is', async () => {
    const tag = audio.id3v2([
      ['APIC', audio.picture(Buffer.from('back'), 4)],
      ['APIC', audio.picture(Buffer.from('<svg/>'), 3)],
    ])
    const found = await read(Buffer.concat([tag, await audio.mp3(audio.tone(1))]))
    expect(Buffer.from(found.cover?.bytes ?? []).toString()).toBe('<svg/>')
  })

  it('keeps the song where a picture cannot be read or is too large', async () => {
    const bad = await read(audio.flac(['TITLE=x', 'METADATA_BLOCK_PICTURE=!!!not base64!!!']))
    expect(bad).toMatchObject({ tags: { title: 'x' }, cover: null })
    const huge = audio.id3v2([['APIC', audio.picture(Buffer.alloc(11 * 1024 * 1024, 1))]])
    const found = await read(Buffer.concat([huge, await audio.mp3(audio.tone(1))]))
    expect(found).toMatchObject({ codec: 'MP3', cover: null })
  })
})

describe('what is refused', () => {
  const noise = Buffer.from(
    Uint32Array.from({ length: 50_000 }, (_, i) => Math.imul(i, 2_654_435_761) ^ (i << 7)).buffer,
  )
  it.each([
    ['HTML called .mp3', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a playlist', () => Buffer.from('#EXTM3U\nhttp://127.0.0.1:9/x.ts\n')],
    ['a PNG', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a ZIP', () => Buffer.from('504b03041400000008000000', 'hex')],
    ['one byte', () => Buffer.from('I')],
    ['a megabyte of zeros', () => Buffer.alloc(1024 * 1024)],
    [
      'noise behind the magic of an MP3',
      () => Buffer.concat([Buffer.from('fffb9064', 'hex'), noise]),
    ],
    ['noise behind the magic of AAC', () => Buffer.concat([Buffer.from('fff15080', 'hex'), noise])],
    ['a tag without sound', () => audio.id3v2([['TIT2', latin1('Only a tag')]])],
    ['a tag that claims 256 MB', () => Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1')],
    [
      'the headers of an Ogg without sound',
      async () => (await audio.ogg(audio.tone(1))).subarray(0, 3000),
    ],
    ['an MP4 cut before its moov', () => audio.mp4().subarray(0, 5000)],
    ['an MP4 with a sample description of size 0', () => audio.mp4({ entrySize: 0 })],
    ['ALAC', () => audio.mp4({ codec: 'alac' })],
    ['an encrypted MP4', () => audio.mp4({ codec: 'enca' })],
    ['a WAV with a sample rate of 0', () => audio.wav(1).fill(0, 24, 36)],
    ['a WAV of ADPCM', () => audio.wav(1).fill(2, 20, 21)],
    ['a WAV without data', () => audio.wav(0)],
    ['a WebM without blocks', () => audio.recordedWebm(0)],
  ])('refuses %s', async (_, make) => {
    await expect(read(await make())).rejects.toMatchObject({
      name: 'MediaRefusal',
      reason: 'not_audio',
      message: expect.stringMatching(/^[A-Z].*\.$/),
    })
  })
})
