import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { violations } from './accessibility.ts'
import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { hear, pitchOf, position } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

beforeAll(async () => {
  await addTracks(
    apiOf(admin),
    [
      { title: 'Keyboard alpha', pitch: 440 },
      { title: 'Keyboard bravo', pitch: 660 },
    ].map(({ title, pitch }) => ({ title, audio: tone({ pitch, seconds: 100 }) })),
  )
}, 60_000)

afterAll(closeBrowser)

it('steers the music from the whole page', async () => {
  const { page, player } = await openList()
  await player.play('Keyboard alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await leaveFocus(page)

  await page.keyboard.press('7')
  await expect.poll(() => position(page), patience).toBeGreaterThanOrEqual(70)
  await page.keyboard.press('Space')
  await player.button('Play').waitFor()
  await expect.poll(() => seconds(player), patience).toBeGreaterThanOrEqual(70)
  const stood = await seconds(player)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => seconds(player), patience).toBe(stood + 5)
  await page.keyboard.press('0')
  await page.keyboard.press('Space')
  await player.button('Pause').waitFor()

  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => pitchOf(page), patience).toBe(660)
  // Once some seconds of a track were heard, the key leads to its start.
  await page.keyboard.press('0')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(() => pitchOf(page), patience).toBe(440)

  const loud = Number(await player.volume.inputValue())
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => player.volume.inputValue(), patience).toBe(String(loud - 5))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('m')
  await expect.poll(async () => (await hear(page)).loudness, patience).toBe(0)
  await page.keyboard.press('m')
  await expect.poll(() => player.volume.inputValue(), patience).toBe(String(loud))
})

it('makes what plays a favourite, and leads to the queue and the search', async () => {
  const { page, player } = await openList()
  await player.play('Keyboard bravo')
  await player.button('Pause').waitFor()
  await leaveFocus(page)
  await page.keyboard.press('l')
  await player.heart('Keyboard bravo', true).waitFor()
  await page.keyboard.press('q')
  await player.heading('Queue').waitFor()
  await page.keyboard.press('n')
  const large = page.getByRole('dialog', { name: 'Player' })
  await large.waitFor()
  await page.keyboard.press('m')
  await large.getByRole('button', { name: 'Unmute' }).waitFor()
  await page.keyboard.press('n')
  await large.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+k')
  await expect.poll(() => focused(page), patience).toBe('search')
  await player.goTo('Queue')
  await page.keyboard.press('/')
  await expect.poll(() => focused(page), patience).toBe('search')
})

it('leaves the keys to who writes, and the space and the arrows to what has the focus', async () => {
  const { page, player } = await openList()
  await player.play('Keyboard alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await page.keyboard.press('/')
  await expect.poll(() => focused(page), patience).toBe('search')
  await page.keyboard.type('m l7 ?')
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toMatch(
    /m l7 \?$/,
  )
  await player.button('Pause').waitFor()
  expect((await hear(page)).loudness).toBeGreaterThan(0)

  await player.button('Mute').focus()
  await page.keyboard.press('Space')
  await player.button('Unmute').waitFor()
  await player.button('Pause').waitFor()

  await player.volume.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  expect(await player.volume.inputValue()).toBe('1')
})

it('lists the keys, and leaves single ones alone where that is wished', async () => {
  const { page, player } = await openList()
  await player.play('Keyboard alpha')
  await player.button('Pause').waitFor()
  await leaveFocus(page)
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await page.keyboard.press('?')
  await sheet.getByText('Play or pause').waitFor()
  await page.keyboard.press('m')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('?')
  await sheet.waitFor({ state: 'detached' })
  await player.button('Mute').waitFor()

  await player.button('Keyboard shortcuts').click()
  await sheet.getByRole('switch', { name: 'Shortcuts by single keys' }).click()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await page.reload()
  await player.row('Keyboard alpha').waitFor()
  await page.keyboard.press('m')
  await page.keyboard.press('Control+k')
  await expect.poll(() => focused(page), patience).toBe('search')
  await player.button('Mute').waitFor()
})

it('shuffles and repeats by a key', async () => {
  const { page, player } = await openList()
  const shuffle = () => player.button('Shuffle').getAttribute('aria-pressed')
  expect(await shuffle()).toBe('false')
  await page.keyboard.press('s')
  await expect.poll(shuffle, patience).toBe('true')
  const repeat = player.bar.getByRole('button', { name: /repeat/i })
  const before = await repeat.getAttribute('aria-label')
  await page.keyboard.press('r')
  await expect.poll(() => repeat.getAttribute('aria-label'), patience).not.toBe(before)
})

/** The list with nothing but the two tracks in it. */
async function openList() {
  const { page } = await openPage('/tracks?q=Keyboard&sort=title', { as: await newListener() })
  const player = new Player(page)
  await player.row('Keyboard alpha').waitFor()
  return { page, player }
}

/** Takes the focus from the button that was pressed, as a click beside it does. */
async function leaveFocus(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).click()
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id)
}

async function seconds(player: Player): Promise<number> {
  return Number(await player.seek.inputValue())
}
