import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { piece, rate, wavOf } from './continuous-audio.ts'
import { admin } from './global-setup.ts'
import { hear, pitchOf, recordingOf } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import type { Recording } from './listen-in.ts'
import { Player } from './pages/player.ts'
import { seamOf } from './seam.ts'

const seconds = { alpha: 6, bravo: 4 }
const cut = rate * 4 + 1234
const pitch = 520 + Math.random()

beforeAll(async () => {
  const album = `Whole ${crypto.randomUUID()}`
  // Twelve decibels over what all are brought to.
  const loudness = { integratedLufs: -6, peak: 0.4 }
  await addTracks(apiOf(admin), [
    { title: 'Fading alpha', audio: wavOf(piece(440 + Math.random(), 0, rate * seconds.alpha)) },
    { title: 'Fading bravo', audio: wavOf(piece(880 + Math.random(), 0, rate * seconds.bravo)) },
    { title: 'Whole alpha', album, audio: wavOf(piece(pitch, 0, cut)) },
    { title: 'Whole bravo', album, audio: wavOf(piece(pitch, cut, rate * 2)) },
    { title: 'Loud by far', audio: tone({ pitch: 700, seconds: 60 }), loudness },
  ])
}, 60_000)

afterAll(closeBrowser)

it('fades one track into the next, as loud on the way as before and after', async () => {
  const { page, player } = await openList('Fading')
  await setCrossfade(page, 2)
  await player.play('Fading alpha')
  await expect.poll(() => page.title(), patience).toContain('Fading bravo')
  await player.button('Play').waitFor()

  const recording = await recordingOf(page)
  const end = recording.samples.findLastIndex((sample) => sample !== 0) / recording.rate
  // Where both sound, counted from the end of the second one.
  const middle = end - seconds.bravo + 1
  expect(levelOf(recording, middle, 440)).toBeGreaterThan(0.1)
  expect(levelOf(recording, middle, 880)).toBeGreaterThan(0.1)
  const usual = powerOf(recording, end - 1.5)
  for (const away of [-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75])
    expect(powerOf(recording, middle + away) / usual).toBeCloseTo(1, 0)
})

it('leaves an album without a fade and without a seam', async () => {
  const { page, player } = await openList('Whole')
  await setCrossfade(page, 2)
  await player.play('Whole alpha')
  await expect.poll(() => page.title(), patience).toContain('Whole bravo')
  await player.button('Play').waitFor()
  const seam = seamOf(await recordingOf(page), pitch, 2)
  expect(seam.silentMs).toBeLessThan(10)
  expect(seam.disturbedMs).toBeLessThan(10)
})

it('plays a loud track at the loudness of all, unless the listener wants it as it is', async () => {
  const { page, player } = await openList('Loud')
  await player.play('Loud by far')
  await expect.poll(() => pitchOf(page), patience).toBe(700)
  const levelled = (await hear(page)).loudness

  await player.button('Playback settings').click()
  const dialog = page.getByRole('dialog', { name: 'Playback settings' })
  await dialog.getByRole('combobox', { name: 'Even loudness' }).click()
  await page.getByRole('option', { name: 'Off', exact: true }).click()
  // What is twelve decibels too loud is brought down by them.
  await expect
    .poll(async () => (await hear(page)).loudness / levelled, patience)
    .toBeCloseTo(10 ** (12 / 20), 1)

  await dialog.getByRole('combobox', { name: 'Speed' }).click()
  await page.getByRole('option', { name: '2×' }).click()
  await page.reload()
  await player.button('Playback settings').click()
  expect(await dialog.getByRole('combobox', { name: 'Even loudness' }).textContent()).toBe('Off')
  expect(await dialog.getByRole('combobox', { name: 'Speed' }).textContent()).toBe('2×')
})

async function openList(word: string) {
  const as = await newListener()
  const { page } = await openPage(`/tracks?q=${word}&sort=title`, { as, isRecorded: true })
  return { page, player: new Player(page) }
}

async function setCrossfade(page: Page, wanted: number): Promise<void> {
  await new Player(page).button('Playback settings').click()
  const dialog = page.getByRole('dialog', { name: 'Playback settings' })
  await dialog.getByRole('slider', { name: 'Crossfade' }).focus()
  for (let pressed = 0; pressed < wanted; pressed++) await page.keyboard.press('ArrowRight')
  await dialog.getByText(`${wanted} seconds`).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

function partOf({ rate, samples }: Recording, second: number): number[] {
  return samples.slice(Math.round((second - 0.1) * rate), Math.round((second + 0.1) * rate))
}

/** The mean of the squares over a fifth of a second. */
function powerOf(recording: Recording, second: number): number {
  const part = partOf(recording, second)
  return part.reduce((sum, sample) => sum + sample * sample, 0) / part.length
}

/** How strong about this pitch, in hertz, is over a fifth of a second. */
function levelOf(recording: Recording, second: number, pitch: number): number {
  const part = partOf(recording, second)
  const strengths = [0, 0.25, 0.5, 0.75, 1].map((off) => {
    const turn = (2 * Math.PI * (pitch + off)) / recording.rate
    const cosine = part.reduce((sum, sample, at) => sum + sample * Math.cos(turn * at), 0)
    const sine = part.reduce((sum, sample, at) => sum + sample * Math.sin(turn * at), 0)
    return (2 * Math.hypot(cosine, sine)) / part.length
  })
  return Math.max(...strengths)
}
