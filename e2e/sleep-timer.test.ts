import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { hear, pitchOf } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

beforeAll(async () => {
  await addTracks(
    apiOf(admin),
    [
      { title: 'Sleepy alpha', pitch: 440, seconds: 60 },
      { title: 'Sleepy bravo', pitch: 660, seconds: 60 },
    ].map(({ title, ...audio }) => ({ title, audio: tone(audio) })),
  )
}, 60_000)

afterAll(closeBrowser)

it('stops the music after the chosen time, quieter over the last seconds', async () => {
  const { page, player } = await openList()
  await page.clock.install()
  await player.play('Sleepy bravo')
  await expect.poll(() => pitchOf(page), patience).toBe(660)
  await choose(page, '15 minutes')
  const timer = player.button('Sleep timer: 15 minutes left')
  await timer.getByText(/^1[45]:\d\d$/).waitFor()
  const { loudness } = await hear(page)

  await page.clock.fastForward('14:56')
  await expect.poll(async () => (await hear(page)).loudness, patience).toBeLessThan(loudness * 0.6)
  await player.button('Play').waitFor()
  await player.notification('The sleep timer stopped the music.').waitFor()
  await player.button('Sleep timer').waitFor()
  await player.button('Play').click()
  await expect.poll(async () => (await hear(page)).loudness, patience).toBeCloseTo(loudness, 1)
})

it('stops at the end of the track, and goes on with the next one when asked', async () => {
  const { page, player } = await openList()
  await player.play('Sleepy alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await choose(page, 'End of this track')
  await player.seek.press('End')
  await player.notification('The sleep timer stopped the music.').waitFor()
  await player.button('Play').waitFor()
  await player.bar.getByText('Sleepy bravo', { exact: true }).waitFor()
  expect(await hear(page)).toEqual({ loudness: 0, pitch: 0 })
  await player.button('Play').click()
  await expect.poll(() => pitchOf(page), patience).toBe(660)
})

it('takes any time, keeps it over a reload, and can be turned off', async () => {
  const { page, player } = await openList()
  await player.play('Sleepy bravo')
  await expect.poll(() => pitchOf(page), patience).toBe(660)
  await choose(page, 'Other time…')
  const field = page.getByLabel('Minutes until the music stops')
  await field.fill('125')
  await field.press('Enter')
  const timer = player.bar.getByRole('button', { name: /^Sleep timer: 2 hours 5 minutes left$/ })
  await timer.waitFor()
  await page.reload()
  await timer.waitFor()
  await choose(page, 'Turn off')
  await player.button('Sleep timer').waitFor()
})

/** The list with nothing but the two tracks in it. */
async function openList() {
  const { page } = await openPage('/tracks?q=Sleepy&sort=title', { as: await newListener() })
  const player = new Player(page)
  await player.row('Sleepy alpha').waitFor()
  return { page, player }
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Sleep timer/ }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
