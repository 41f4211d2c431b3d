import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { violations } from './accessibility.ts'
import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

const titles = ['Sheet alpha', 'Sheet bravo', 'Sheet charlie']
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

beforeAll(async () => {
  await addTracks(
    apiOf(admin),
    titles.map((title, at) => ({
      title,
      artist: 'The Sheets',
      genre: 'Sheet',
      audio: tone({ pitch: 440 + 110 * at, seconds: 60 }),
    })),
  )
}, 60_000)

afterAll(closeBrowser)

it('opens over the page on a phone, and Back closes it', async () => {
  const { page, player, sheet } = await openPlaying(phone)
  await player.bar.getByRole('button', { name: 'Open the player' }).click()
  await sheet.waitFor()
  expect(await sheet.getByRole('button', { name: 'Pause', exact: true }).isVisible()).toBe(true)
  expect(await violations(page)).toEqual([])
  await page.goBack()
  await sheet.waitFor({ state: 'hidden' })
  await player.row('Sheet alpha').waitFor()
})

it('goes to the next track by a swipe to the left, and away by a swipe down', async () => {
  const { page, player, sheet } = await openPlaying(phone)
  await player.bar.getByRole('button', { name: 'Open the player' }).click()
  await sheet.getByText('Sheet alpha', { exact: true }).waitFor()
  await swipe(page, { from: [320, 320], by: [-220, 0] })
  await sheet.getByText('Sheet bravo', { exact: true }).waitFor()
  await swipe(page, { from: [200, 200], by: [0, 500] })
  await sheet.waitFor({ state: 'hidden' })
  expect(await player.button('Pause').isVisible()).toBe(true)
})

it('shows on a wide window what comes next, and plays it', async () => {
  const { player, sheet } = await openPlaying({})
  await player.bar.getByRole('button', { name: 'Open the player' }).click()
  await sheet.getByRole('button', { name: 'Play Sheet charlie' }).click()
  await expect
    .poll(() => sheet.getByRole('button', { name: /^Play Sheet/ }).count(), patience)
    .toBe(0)
  await sheet.getByRole('button', { name: 'Close the player' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await player.bar.getByText('Sheet charlie', { exact: true }).waitFor()
})

async function openPlaying(options: Parameters<typeof openPage>[1]) {
  const { page } = await openPage('/tracks?genre=Sheet&sort=title', {
    as: await newListener(),
    ...options,
  })
  const player = new Player(page)
  await player.play('Sheet alpha')
  await player.button('Pause').waitFor()
  return { page, player, sheet: page.getByRole('dialog', { name: 'Player' }) }
}

/** Moves a finger over the page, in pixels. */
async function swipe(page: Page, { from, by }: Record<'from' | 'by', [number, number]>) {
  const devtools = await page.context().newCDPSession(page)
  const steps = 8
  const at = (step: number) => ({
    x: from[0] + (by[0] * step) / steps,
    y: from[1] + (by[1] * step) / steps,
  })
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] })
  for (let step = 1; step <= steps; step++)
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(step)] })
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await devtools.detach()
}
