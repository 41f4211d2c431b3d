import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, type PageOptions, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { pitchOf, position } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

beforeAll(async () => {
  const audio = tone({ pitch: 440, seconds: 60 })
  await addTracks(apiOf(admin), [{ title: 'Steering alpha', audio }])
}, 60_000)

afterAll(closeBrowser)

it('plays after a double click as after a single one', async () => {
  const { player, page } = await openList()
  await page.getByRole('button', { name: 'Play Steering alpha', exact: true }).dblclick()
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await player.button('Pause').waitFor()
})

it('turns the volume by the wheel, and leaves the page where it is', async () => {
  const { player, page } = await openList({ viewport: { width: 1280, height: 320 } })
  await player.play('Steering alpha')
  await player.volume.hover()
  await page.mouse.wheel(0, 200)
  await expect.poll(() => player.volume.inputValue(), patience).toBe('70')
  for (let crumb = 0; crumb < 10; crumb++) await page.mouse.wheel(0, -25)
  await expect.poll(() => player.volume.inputValue(), patience).toBe('82')
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.reload()
  await expect.poll(() => player.volume.inputValue(), patience).toBe('82')
})

it('comes back from volume zero by the button', async () => {
  const { player, page } = await openList()
  await player.volume.focus()
  await page.keyboard.press('Home')
  await player.button('Unmute').click()
  expect(await player.volume.inputValue()).toBe('80')
})

it('starts where it was moved to while its link was on its way', async () => {
  const { player, page } = await openList()
  const held = Promise.withResolvers<void>()
  await page.route(/stream\.start/, async (route) => {
    await held.promise
    await route.continue()
  })
  await player.play('Steering alpha')
  await player.seek.focus()
  await page.keyboard.press('PageUp')
  held.resolve()
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  expect(await position(page)).toBeGreaterThan(14)
})

it('asks once for a new link, and goes where it was moved to meanwhile', async () => {
  const { player, page } = await openList({
    expectedErrors: [/status of 403 .*\/s3\//],
  })
  await refuseOnce(page)
  const held = Promise.withResolvers<void>()
  let renewals = 0
  await page.route(/stream\.renew/, async (route) => {
    renewals += 1
    await held.promise
    await route.continue()
  })
  await player.play('Steering alpha')
  await expect.poll(() => renewals, patience).toBe(1)
  await player.button('Pause').click()
  await player.button('Play').click()
  await player.seek.focus()
  await page.keyboard.press('PageUp')
  held.resolve()
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  expect(await position(page)).toBeGreaterThan(14)
  expect(renewals).toBe(1)
})

it('goes on from the same second where its line of the history was removed', async () => {
  const account = await newListener()
  const { player, page } = await openList({
    as: account,
    expectedErrors: [/status of 403 .*\/s3\//, /status of 404 .*\/stream\.re/],
  })
  await refuseOnce(page)
  const cleared = Promise.withResolvers<void>()
  await page.route(/stream\.renew/, async (route) => {
    await cleared.promise
    await route.continue()
  })
  const asked = page.waitForRequest(/stream\.renew/)
  await player.play('Steering alpha')
  await asked
  await player.seek.focus()
  await page.keyboard.press('PageUp')
  const listener = apiOf(account)
  await listener.history.clear.mutate()
  cleared.resolve()
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  expect(await position(page)).toBeGreaterThan(14)
  expect((await listener.history.list.query({})).items).toHaveLength(1)
})

it('tells the time on a phone', async () => {
  const { player } = await openList({ viewport: { width: 390, height: 844 } })
  await player.play('Steering alpha')
  const time = player.bar.getByText(/^0:\d\d \/ 1:00$/)
  await expect.poll(() => time.isVisible(), patience).toBe(true)
})

/** Has the store refuse the first link, once the play is open: before, it would be given another. */
async function refuseOnce(page: Page): Promise<void> {
  const started = page.waitForResponse(/stream\.start/)
  const refuse = async (route: Route) => {
    await (await started).finished()
    await route.fulfill({ status: 403 })
  }
  await page.route(/\/s3\//, refuse, { times: 1 })
}

/** The list with nothing but the one track in it. */
async function openList(options: PageOptions = {}) {
  const { page } = await openPage('/tracks?q=Steering', { as: await newListener(), ...options })
  const player = new Player(page)
  await player.row('Steering alpha').waitFor()
  return { player, page }
}
