import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import * as audio from '../test/audio-fixtures.ts'
import { opus } from '../test/opus-fixtures.ts'
import type { LoudnessTags } from './audio-inspection.ts'
import { readAudio } from './read-audio.ts'

const folder = mkdtempSync(join(tmpdir(), 'segue-read-loudness-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(bytes: Uint8Array): Promise<LoudnessTags | undefined> {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const file = openSync(path, 'r')
  try {
    return (await readAudio(file)).loudness
  } finally {
    closeSync(file)
  }
}

const music = await audio.mp3(audio.tone(1))
const fields: [name: string, value: string][] = [
  ['REPLAYGAIN_TRACK_GAIN', '-7.03 dB'],
  ['REPLAYGAIN_TRACK_PEAK', '0.98855'],
  ['REPLAYGAIN_ALBUM_GAIN', '+1.50 dB'],
  ['REPLAYGAIN_ALBUM_PEAK', '1.25'],
]
const known = { trackGainDb: -7.03, trackPeak: 0.98855, albumGainDb: 1.5, albumPeak: 1.25 }
const comments = (pairs: [string, string][]): string[] => pairs.map((pair) => pair.join('='))
const inMp3 = (pairs: [string, string][]): Buffer =>
  Buffer.concat([audio.id3v2(pairs.map(([name, value]) => audio.freeText(name, value))), music])

describe('tags of loudness', () => {
  it.each([
    ['FLAC', () => audio.flac(comments(fields))],
    ['ID3v2', () => inMp3(fields)],
    [
      'ID3v2 in small letters',
      () => inMp3(fields.map(([name, value]) => [name.toLowerCase(), value])),
    ],
    ['APEv2 behind MP3', () => Buffer.concat([music, audio.apeTag(fields)])],
    ['MP4', () => audio.mp4({ fields })],
  ])('are read from %s', async (_, make) => expect(await read(make())).toEqual(known))

  it('of Opus count 256ths of a decibel from -23 LUFS, whatever its header adds', async () => {
    const r128: [string, string][] = [
      ['R128_TRACK_GAIN', '-2048'],
      ['R128_ALBUM_GAIN', '128'],
      ['REPLAYGAIN_TRACK_GAIN', '-1 dB'],
      ['REPLAYGAIN_TRACK_PEAK', '0.5'],
    ]
    for (const outputGain of [0, -1_280])
      expect(await read(opus({ comments: comments(r128), outputGain }))).toEqual({
        trackGainDb: -3,
        trackPeak: 0.5,
        albumGainDb: 5.5,
        albumPeak: null,
      })
  })

  it('of ID3v2 come before those of APEv2', async () => {
    const ape = audio.apeTag([['REPLAYGAIN_TRACK_GAIN', '-1.00 dB']])
    expect(await read(Buffer.concat([inMp3(fields), ape]))).toEqual(known)
  })

  it.each([
    'NaN',
    '1e9',
    '-1e9 dB',
    '60.1 dB',
    'loud',
    '',
    '0x10',
    'Infinity dB',
    '--3 dB',
    '٣ dB',
  ])('are as if not there when the gain is %j', async (gain) => {
    const [, ...others] = fields
    const tags = comments([['REPLAYGAIN_TRACK_GAIN', gain], ...others])
    expect(await read(audio.flac(tags))).toBeUndefined()
  })

  it.each(['NaN', '-1', '0.0', '1e9', '17', 'x'])('lose a peak of %j alone', async (peak) => {
    const tags = comments([
      ['REPLAYGAIN_TRACK_GAIN', '-3'],
      ['REPLAYGAIN_TRACK_PEAK', peak],
    ])
    const gainAlone = { trackGainDb: -3, trackPeak: null, albumGainDb: null, albumPeak: null }
    expect(await read(audio.flac(tags))).toEqual(gainAlone)
  })

  it.each(['99999', '-40000', '1.5', 'x'])('of Opus are as if not there as %j', async (gain) => {
    expect(await read(opus({ comments: [`R128_TRACK_GAIN=${gain}`] }))).toBeUndefined()
  })
})
