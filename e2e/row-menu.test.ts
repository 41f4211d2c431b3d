import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Account, apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

const titles = ['Context one', 'Context two', 'Context three']

let listener: Account

beforeAll(async () => {
  listener = await newListener()
  await addTracks(
    apiOf(admin),
    titles.map((title) => ({
      title,
      artist: 'Right Clickers',
      audio: tone({ pitch: 410, seconds: 1 }),
    })),
  )
}, 60_000)

afterAll(closeBrowser)

it('opens the menu of a row at the pointer by the secondary button, and by the menu key', async () => {
  const { page } = await openPage('/tracks?q=Right+Clickers', { as: listener })
  const player = new Player(page)
  const menu = page.getByRole('menu')
  const row = player.row('Context two')
  await row.getByText('Context two').click({ button: 'right', position: { x: 20, y: 8 } })
  await menu.waitFor()
  const [at, text] = await Promise.all([
    menu.boundingBox(),
    row.getByText('Context two').boundingBox(),
  ])
  expect(Math.abs((at?.x ?? 0) - (text?.x ?? 0) - 20)).toBeLessThan(12)
  await page.getByRole('menuitem', { name: 'Add to queue' }).click()
  await player.notification('Context two').waitFor()
  await menu.waitFor({ state: 'detached' })

  await row.focus()
  await page.keyboard.press('Shift+F10')
  await menu.waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
  await expect
    .poll(() => row.evaluate((element) => element.contains(document.activeElement)), patience)
    .toBe(true)

  await player.row('Context one').getByRole('button', { name: 'More for Context one' }).click()
  await menu.waitFor()
  const button = player.row('Context one').getByRole('button', { name: 'More for Context one' })
  const [under, trigger] = await Promise.all([menu.boundingBox(), button.boundingBox()])
  const right = (box: typeof under) => (box?.x ?? 0) + (box?.width ?? 0)
  expect(Math.abs(right(under) - right(trigger))).toBeLessThan(12)
})

it('opens a menu where it belongs from its first frame on, for who asks for less motion too', async () => {
  const { page } = await openPage('/tracks?q=Right+Clickers', {
    as: listener,
    reducedMotion: 'reduce',
  })
  const more = page.getByRole('button', { name: 'More for Context two' })
  // What draws the menu is there from then on.
  await more.click()
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  const places = page.evaluate(async () => {
    const frames: string[] = []
    while (frames.length < 8) {
      await new Promise(requestAnimationFrame)
      const box = document.querySelector('[role=menu]')?.getBoundingClientRect()
      if (box) frames.push(`${Math.round(box.x)} ${Math.round(box.y)}`)
    }
    return [...new Set(frames)]
  })
  await more.click()
  expect(await places).toHaveLength(1)
})

it('keeps all of a menu within reach in a window that is lower than it', async () => {
  const viewport = { width: 1280, height: 360 }
  const { page } = await openPage('/tracks?q=Right+Clickers', { as: listener, viewport })
  await page.getByRole('button', { name: 'More for Context one' }).click()
  const menu = page.getByRole('menu')
  const last = menu.getByRole('menuitem').last()
  await last.waitFor()
  const { y = -1, height = Infinity } = (await menu.boundingBox()) ?? {}
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y + height).toBeLessThanOrEqual(viewport.height)
  await last.click()
  await page.getByRole('region', { name: '1 track chosen' }).waitFor()
})
