import { parseBuffer } from 'music-metadata'
import type { IAudioMetadata } from 'music-metadata'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoTrackCount, renderDemoLibrary } from './demo-library.ts'
import type { DemoTrack } from './demo-library.ts'

const hangul = /\p{Script=Hangul}/u

describe('the demo library', () => {
  const tracks: { file: DemoTrack; metadata: IAudioMetadata }[] = []

  beforeAll(async () => {
    for await (const file of renderDemoLibrary()) {
      const metadata = await parseBuffer(file.bytes, { mimeType: file.contentType })
      tracks.push({ file, metadata })
    }
  }, 180_000)

  it('has as many tracks as it says, a dozen at least, each under a name of its own', () => {
    expect(tracks).toHaveLength(demoTrackCount)
    expect(demoTrackCount).toBeGreaterThanOrEqual(12)
    expect(new Set(tracks.map(({ metadata }) => metadata.common.title)).size).toBe(demoTrackCount)
    for (const { file, metadata } of tracks) {
      expect(file.filename).toContain(metadata.common.title)
    }
  })

  it('tells the duration of each in the header of the file: 20 to 60 seconds', () => {
    for (const { metadata } of tracks) {
      const { codec, duration, sampleRate, numberOfChannels } = metadata.format
      expect(codec).toBe('MPEG 1 Layer 3')
      expect(sampleRate).toBe(32_000)
      expect(numberOfChannels).toBe(2)
      expect(duration).toBeGreaterThan(20)
      expect(duration).toBeLessThan(60)
    }
  })

  it('tells in its tags how loud each is, as music is', () => {
    for (const { metadata } of tracks) {
      const { replaygain_track_gain: gain, replaygain_track_peak: peak } = metadata.common
      expect(gain?.dB).toBeGreaterThan(-12)
      expect(gain?.dB).toBeLessThan(6)
      expect(peak?.ratio).toBeGreaterThan(0.3)
      expect(peak?.ratio).toBeLessThanOrEqual(1)
    }
  })

  it('carries artist, album, genre, year and number in the tags of each', () => {
    for (const { metadata } of tracks) {
      const { artist, albumartist, album, genre, year, track } = metadata.common
      expect(artist).toBeTruthy()
      expect(albumartist).toBe(artist)
      expect(album).toBeTruthy()
      expect(genre).toHaveLength(1)
      expect(year).toBeGreaterThan(2000)
      expect(track.no).toBeGreaterThan(0)
      expect(track.of).toBeGreaterThanOrEqual(track.no ?? 0)
    }
  })

  it('is by several artists, on several albums, in several genres and years', () => {
    const different = (value: (metadata: IAudioMetadata) => unknown) =>
      new Set(tracks.map(({ metadata }) => value(metadata))).size
    expect(different(({ common }) => common.artist)).toBeGreaterThanOrEqual(6)
    expect(different(({ common }) => common.album)).toBeGreaterThanOrEqual(10)
    expect(different(({ common }) => common.genre?.[0])).toBeGreaterThanOrEqual(8)
    expect(different(({ common }) => common.year)).toBeGreaterThanOrEqual(8)
  })

  it('has Korean and English titles', () => {
    const korean = tracks.filter(({ metadata }) => hangul.test(metadata.common.title ?? ''))
    expect(korean.length).toBeGreaterThanOrEqual(4)
    expect(tracks.length - korean.length).toBeGreaterThanOrEqual(4)
  })

  it('has a square cover in each, one picture an album', async () => {
    const covers = new Map<string, string>()
    for (const { metadata } of tracks) {
      const picture = metadata.common.picture?.[0]
      expect(picture?.format).toBe('image/jpeg')
      const image = Buffer.from(picture?.data ?? [])
      expect(await sharp(image).metadata()).toMatchObject({ width: 800, height: 800 })
      const album = metadata.common.album ?? ''
      expect(covers.get(album) ?? image.toString('base64')).toBe(image.toString('base64'))
      covers.set(album, image.toString('base64'))
    }
    expect(new Set(covers.values()).size).toBe(covers.size)
  })
})
