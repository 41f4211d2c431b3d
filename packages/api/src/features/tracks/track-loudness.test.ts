import { afterAll, describe, expect, it } from 'vitest'

import { freeText, latin1 } from '../../test/audio-fixtures.ts'
import { taggedMp3, wav } from '../../test/audio.ts'
import { shelve } from '../../test/library.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp } from '../../test/test-app.ts'
import { addTrack, upload } from '../../test/tracks.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const { api, ...admin } = await app.signIn('admin')
const listener = await app.signIn()

const client = { api, ...admin }
const measured = (integratedLufs: number, peak = 0.5) => ({ loudness: { integratedLufs, peak } })

/** As a player hears of it. */
async function loudnessOf(trackId: string) {
  const started = await listener.api.stream.start({ trackId })
  const { items } = await listener.api.stream.prepare({ trackIds: [trackId] })
  expect(items[0]?.loudness).toEqual(started.loudness)
  return started.loudness
}

async function add(album: string, lufs?: number, durationMs = 60_000): Promise<string> {
  const heard = lufs === undefined ? {} : measured(lufs)
  const { track } = await addTrack(client, { artist: 'A', album, durationMs, ...heard })
  return track.id
}

async function addTagged(title: string, tags: Record<string, string>): Promise<string> {
  const frames = Object.entries(tags).map(([name, value]) => freeText(name, value))
  const audio = taggedMp3([['TIT2', latin1(title)], ...frames])
  const uploadId = await upload(client, audio, `${title}.mp3`)
  const input = { uploadId, artist: 'A', album: 'Tagged', ...measured(-30) }
  return (await api.tracks.create(input)).id
}

describe('the loudness of a track', () => {
  it('is unknown when nobody measured it', async () => {
    const id = await add('Unknown')
    expect(await loudnessOf(id)).toBeNull()
    expect(await api.tracks.loudness({ id })).toEqual({ loudness: null })
  })

  it('is what was measured, as the gain to -18 LUFS', async () => {
    const { track } = await addTrack(client, { loudness: { integratedLufs: -9.37, peak: 1.25 } })
    const known = { trackGainDb: -8.63, trackPeak: 1.25, albumGainDb: null, albumPeak: null }
    expect(await loudnessOf(track.id)).toEqual(known)
    expect(await api.tracks.loudness({ id: track.id })).toEqual({
      loudness: { ...known, source: 'measured' },
    })
  })

  it('is what the tags tell, when both are known', async () => {
    const one = await addTagged('One', {
      replaygain_track_gain: '-7.25 dB',
      replaygain_track_peak: '0.988553',
      replaygain_album_gain: '-6.50 dB',
      replaygain_album_peak: '1.01',
    })
    const known = {
      trackGainDb: -7.25,
      trackPeak: 0.988553,
      albumGainDb: -6.5,
      albumPeak: 1.01,
    }
    expect(await loudnessOf(one)).toEqual(known)
    expect(await api.tracks.loudness({ id: one })).toEqual({
      loudness: { ...known, source: 'tags' },
    })
  })

  it('is what an admin measured later, until it is forgotten', async () => {
    const { id } = (await addTrack(client, measured(-20))).track
    await api.tracks.update({ id, ...measured(-10, 0.9) })
    expect(await loudnessOf(id)).toMatchObject({ trackGainDb: -8, trackPeak: 0.9 })
    await api.tracks.update({ id, title: 'Retitled' })
    expect(await loudnessOf(id)).toMatchObject({ trackGainDb: -8, trackPeak: 0.9 })
    await api.tracks.update({ id, loudness: null })
    expect(await loudnessOf(id)).toBeNull()
  })

  it.each([
    { integratedLufs: -70.1, peak: 1 },
    { integratedLufs: 40.1, peak: 1 },
    { integratedLufs: Number.NaN, peak: 1 },
    { integratedLufs: -14, peak: 0 },
    { integratedLufs: -14, peak: 17 },
    { integratedLufs: -14 },
  ])('is refused as %j', async (loudness) => {
    const [id = ''] = await shelve(app.services.orm.em.fork(), { title: 'Refusing' })
    expect(await refusal(api.tracks.update({ id, loudness } as never))).toMatchObject({
      reason: 'input_invalid',
    })
  })

  it('is told as known or not to who sends a file that is there', async () => {
    const audio = wav({ pitch: 77 })
    const id = (await api.tracks.create({ uploadId: await upload(client, audio) })).id
    const { contentType, sizeBytes, sha256 } = audio
    const ask = () =>
      api.tracks.presignUpload({ filename: 'x.wav', contentType, sizeBytes, sha256 })
    expect(await ask()).toEqual({ duplicateOf: id, isLoudnessKnown: false })
    await api.tracks.update({ id, ...measured(-12) })
    expect(await ask()).toEqual({ duplicateOf: id, isLoudnessKnown: true })
  })
})

describe('the loudness of an album', () => {
  const albumGain = async (id: string) => (await loudnessOf(id))?.albumGainDb

  it('is the mean of the energy of its tracks, by their durations', async () => {
    const loud = await add('Mean', -10, 60_000)
    expect(await loudnessOf(loud)).toMatchObject({ trackGainDb: -8, albumGainDb: -8 })
    const quiet = await add('Mean', -20, 180_000)
    const mean = 10 * Math.log10((10 ** -1 + 3 * 10 ** -2) / 4)
    expect(await albumGain(loud)).toBeCloseTo(-18 - mean, 2)
    expect(await loudnessOf(quiet)).toMatchObject({ trackGainDb: 2, albumPeak: 0.5 })
    const unknown = await add('Mean', undefined, 1_000_000)
    expect(await loudnessOf(unknown)).toMatchObject({
      trackGainDb: null,
      trackPeak: null,
      albumGainDb: await albumGain(loud),
    })
  })

  it('follows its tracks as they go, come back, are measured and move', async () => {
    const [loud, quiet] = [await add('Follows', -8), await add('Follows', -28)]
    const both = await albumGain(loud)
    await api.tracks.remove({ ids: [loud] })
    expect(await albumGain(quiet)).toBe(10)
    await api.tracks.restore({ ids: [loud] })
    expect(await albumGain(quiet)).toBe(both)
    await api.tracks.update({ id: quiet, ...measured(-8) })
    expect(await albumGain(loud)).toBe(-10)
    await api.tracks.update({ id: loud, album: 'Elsewhere', ...measured(-13) })
    expect(await albumGain(loud)).toBe(-5)
    expect(await albumGain(quiet)).toBe(-10)
    await api.tracks.update({ id: quiet, album: null })
    expect(await albumGain(quiet)).toBeNull()
  })

  it('knows of each of many tracks that come at once', async () => {
    const ids = await Promise.all([-8, -8, -28, -28].map((lufs) => add('At once', lufs)))
    const mean = 10 * Math.log10((10 ** -0.8 + 10 ** -2.8) / 2)
    for (const id of ids) expect(await albumGain(id)).toBeCloseTo(-18 - mean, 2)
  })

  it('is the mean when only some of its tracks carry it in tags', async () => {
    const gains = { replaygain_track_gain: '-4 dB', replaygain_album_gain: '-12 dB' }
    const tagged = await addTagged('Mixed', gains)
    await api.tracks.update({ id: tagged, album: 'Mixed' })
    expect(await albumGain(tagged)).toBe(-12)
    await add('Mixed', -14)
    expect(await loudnessOf(tagged)).toMatchObject({ trackGainDb: -4, albumGainDb: -4 })
  })
})
