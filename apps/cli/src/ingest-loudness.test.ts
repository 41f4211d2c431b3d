import { createSegue } from '@segue/client'
import { admin, serveApi } from '@segue/client/test-server'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'

import { readArguments } from './arguments.ts'
import { runIngest } from './run-ingest.ts'
import { monoLufs, mp3, oggVorbis, wave } from './test/encoded-tones.ts'
import { flac } from './test/flac-tone.ts'
import { folderOf } from './test/folder.ts'
import { opus } from './test/opus-tone.ts'
import type { Summary } from './test/summary.ts'

const server = await serveApi()
const { url } = server
const segue = createSegue({ url, ...admin })
afterAll(() => server[Symbol.asyncDispose]())

async function ingest(folder: string, ...options: string[]): Promise<Summary> {
  const args = readArguments([folder, '--json', '--url', url, '--email', admin.email, ...options])
  const settings = {
    signInFile: '/nonexistent/cli.json',
    localUrl: 'http://localhost:1',
    password: admin.password,
  }
  const screen = new PassThrough().resume()
  return JSON.parse(await runIngest(args, settings, new AbortController(), screen)) as Summary
}

async function loudnessOf(trackId = '') {
  return (await segue.tracks.loudness.query({ id: trackId })).loudness
}

const gain = -18 - monoLufs

describe('the loudness of files brought in', () => {
  it('is measured in every format with a decoder, and settled for their album', async () => {
    const folder = await folderOf([
      ['Ada/Tones/1.mp3', await mp3()],
      ['Ada/Tones/2.flac', flac()],
      ['Ada/Tones/3.ogg', await oggVorbis()],
      ['Ada/Tones/4.opus', opus()],
      ['Ada/Tones/5.wav', wave('pcm 24')],
    ])
    const { added, refused } = await ingest(folder)
    expect(refused).toEqual([])
    expect(added).toHaveLength(5)
    for (const { path, trackId } of added) {
      const known = await loudnessOf(trackId)
      expect([path, known?.source]).toEqual([path, 'measured'])
      expect(Math.abs((known?.trackGainDb ?? 0) - gain)).toBeLessThan(0.3)
      expect(Math.abs((known?.albumGainDb ?? 0) - gain)).toBeLessThan(0.3)
      expect(Math.abs((known?.trackPeak ?? 0) - 0.25)).toBeLessThan(0.02)
    }
    const [first] = added
    const { loudness } = await segue.stream.start.mutate({ trackId: first?.trackId ?? '' })
    expect(Math.abs((loudness?.trackGainDb ?? 0) - gain)).toBeLessThan(0.3)
  })

  it('is what the tags tell where they do', async () => {
    const comments = ['R128_TRACK_GAIN=-512']
    const { added } = await ingest(await folderOf([['tagged.opus', opus({ comments })]]))
    expect(await loudnessOf(added[0]?.trackId)).toMatchObject({ source: 'tags', trackGainDb: 3 })
  })

  it('is filled in for what was there without, and not asked for again', async () => {
    const folder = await folderOf([
      ['a.wav', wave('pcm 8')],
      ['b.wav', wave('pcm 32')],
      ['silent.wav', wave('pcm 16', { seconds: 1 }).fill(0, 154)],
    ])
    const { added } = await ingest(folder, '--no-loudness')
    expect(await Promise.all(added.map(({ trackId }) => loudnessOf(trackId)))).toEqual([
      null,
      null,
      null,
    ])
    let updates = 0
    server.intercept = (path) => {
      if (path.includes('tracks.update')) updates += 1
      return null
    }
    const again = await ingest(folder)
    expect(again.added).toEqual([])
    expect(again.skipped).toHaveLength(3)
    const found = await Promise.all(again.skipped.map(({ trackId }) => loudnessOf(trackId)))
    expect(found.filter((known) => known?.source === 'measured')).toHaveLength(2)
    await ingest(folder)
    expect(updates).toBe(2)
  })
})
