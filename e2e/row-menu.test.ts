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
