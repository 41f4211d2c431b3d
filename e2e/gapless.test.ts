import { afterAll, beforeAll, expect, it } from 'vitest'

import type { TestAudio } from '../packages/api/src/test/audio.ts'
import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { flacOf, mp3Of, piece, rate, wavOf } from './continuous-audio.ts'
import { admin } from './global-setup.ts'
import { recordingOf } from './hearing.ts'
import { addTracks } from './library.ts'
import { Player } from './pages/player.ts'
import { seamOf } from './seam.ts'

/** Cut where no frame or block of any format ends. */
const cut = rate * 4 + 1234
const whole = cut + rate * 2 + 77

const formats: [name: string, encode: (samples: Float32Array) => TestAudio | Promise<TestAudio>][] =
  [
    ['WAV', wavOf],
    ['FLAC', flacOf],
    ['MP3', mp3Of],
  ]

/** Its own for every run of the tests: the library takes the same bytes once. */
const pitch = 440 + Math.random()

beforeAll(async () => {
  for (const [name, encode] of formats) {
    await addTracks(apiOf(admin), [
      { title: `Seam ${name} 1`, audio: await encode(piece(pitch, 0, cut)) },
      { title: `Seam ${name} 2`, audio: await encode(piece(pitch, cut, whole - cut)) },
    ])
  }
}, 60_000)

afterAll(closeBrowser)

it.each(formats)('plays two halves of one tone in %s without a seam', async (name) => {
  const account = await newListener()
  const search = `/tracks?q=Seam+${name}&sort=title`
  const { page } = await openPage(search, { as: account, isRecorded: true })
  const player = new Player(page)
  await player.play(`Seam ${name} 1`)
  await expect.poll(() => page.title(), patience).toContain(`Seam ${name} 2`)
  await player.button('Play').waitFor()

  const seam = seamOf(await recordingOf(page), pitch, (whole - cut) / rate)
  expect(seam.silentMs).toBeLessThan(10)
  expect(seam.disturbedMs).toBeLessThan(10)
  expect(seam.shift).toBeLessThan(0.02)
})
