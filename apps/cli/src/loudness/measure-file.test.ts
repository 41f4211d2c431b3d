import path from 'node:path'

import { wav } from '@segue/client/test-wav'
import { describe, expect, it } from 'vitest'

import { monoLufs, mp3, oggVorbis, wave } from '../test/encoded-tones.ts'
import { flac } from '../test/flac-tone.ts'
import { folderOf } from '../test/folder.ts'
import { opus } from '../test/opus-tone.ts'
import { measureFile } from './measure-file.ts'

async function measure(bytes: Buffer, contentType: string, channels: number | null = null) {
  const folder = await folderOf([['tone', bytes]])
  const file = { path: Buffer.from(path.join(folder, 'tone')), contentType, channels }
  return measureFile(file, () => undefined)
}

const stereo = { channels: 2 } as const
const stereoLufs = monoLufs + 3.01

describe('the loudness of a file', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string, number]>([
    ['MP3', () => mp3(stereo), 'audio/mpeg', stereoLufs],
    ['MP3 of one channel', () => mp3(), 'audio/mpeg', monoLufs],
    ['FLAC', () => flac(), 'audio/flac', monoLufs],
    ['Ogg Vorbis', () => oggVorbis(stereo), 'audio/ogg', stereoLufs],
    ['Ogg Opus', () => opus(), 'audio/ogg', monoLufs],
    ['Opus by its own type', () => opus(), 'audio/opus', monoLufs],
    ['WAV of 8 bits', () => wave('pcm 8'), 'audio/wav', monoLufs],
    ['WAV of 16 bits', () => wave('pcm 16', stereo), 'audio/wav', stereoLufs],
    ['WAV of 24 bits', () => wave('pcm 24', { isExtensible: true }), 'audio/wav', monoLufs],
    ['WAV of 32 bits', () => wave('pcm 32'), 'audio/wav', monoLufs],
    ['WAV of floating point', () => wave('float 32', stereo), 'audio/wav', stereoLufs],
    ['WAV of long floating point', () => wave('float 64'), 'audio/wav', monoLufs],
  ])('is found in %s', async (_, make, type, lufs) => {
    const channels = lufs === monoLufs ? 1 : 2
    const { integratedLufs, peak } = (await measure(await make(), type, channels)) ?? {}
    expect(Math.abs((integratedLufs ?? 0) - lufs)).toBeLessThan(0.3)
    expect(Math.abs((peak ?? 0) - 0.25)).toBeLessThan(0.02)
  })

  it('counts what the header of Opus adds', async () => {
    const louder = await measure(opus({ outputGain: 6 * 256 }), 'audio/ogg')
    expect(Math.abs((louder?.integratedLufs ?? 0) - monoLufs - 6)).toBeLessThan(0.3)
  })

  it('is unknown where there is no decoder, or nothing to hear', async () => {
    expect(await measure(Buffer.alloc(2_000), 'audio/mp4')).toBeNull()
    expect(await measure(Buffer.from('OggS and no more'), 'audio/ogg')).toBeNull()
    expect(await measure(wave('pcm 16', { seconds: 0 }), 'audio/wav')).toBeNull()
    expect(await measure(Buffer.alloc(100_000), 'audio/mpeg')).toBeNull()
  })

  it('is that of what is there when a file is cut off', async () => {
    const [whole, type] = [wav(440), 'audio/wav']
    const cut = await measure(whole.subarray(0, whole.length - 101), type)
    expect(cut?.integratedLufs).toBeCloseTo((await measure(whole, type))?.integratedLufs ?? 0, 1)
    const half = await mp3(stereo)
    const { integratedLufs = 0 } =
      (await measure(half.subarray(0, half.length / 2 + 77), 'audio/mpeg')) ?? {}
    expect(Math.abs(integratedLufs - stereoLufs)).toBeLessThan(0.3)
  })
})
