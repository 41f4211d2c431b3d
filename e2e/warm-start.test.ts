import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { pitchOf, position } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

beforeAll(async () => {
  await addTracks(apiOf(admin), [
    { title: 'Warm alpha', audio: tone({ pitch: 440, seconds: 4 }) },
    { title: 'Warm bravo', audio: tone({ pitch: 660, seconds: 60 }) },
  ])
}, 60_000)

afterAll(closeBrowser)

it('plays what the pointer rested on at once, while its play is still being opened', async () => {
  const account = await newListener()
  const { page } = await openPage('/tracks?q=Warm&sort=title', { as: account })
  const player = new Player(page)
  const held = Promise.withResolvers<void>()
  await page.route(/stream\.start/, async (route) => {
    await held.promise
    await route.continue()
  })
  const warmed = page.waitForResponse(/stream\.prepare/)
  await player.row('Warm bravo').getByText('Warm bravo').hover()
  await (await warmed).finished()
  const { history } = apiOf(account)
  expect((await history.list.query({})).items).toEqual([])

  await player.play('Warm bravo')
  await expect.poll(() => pitchOf(page), patience).toBe(660)
  held.resolve()
  const titles = async () => (await history.list.query({})).items.map(({ track }) => track.title)
  await expect.poll(titles, patience).toEqual(['Warm bravo'])
})

it('loads what is pressed, plays it once the button is let go, and opens one play', async () => {
  const account = await newListener()
  const { page, observed } = await openPage('/tracks?q=Warm&sort=title', { as: account })
  const held = Promise.withResolvers<void>()
  await page.route(/stream\.start/, async (route) => {
    await held.promise
    await route.continue()
  })
  await page.getByRole('button', { name: 'Play Warm bravo', exact: true }).hover()
  await page.mouse.down()
  await expect.poll(() => observed.audio.length, patience).toBeGreaterThan(0)
  expect(await pitchOf(page)).toBe(0)
  await page.mouse.up()
  await expect.poll(() => pitchOf(page), patience).toBe(660)
  const { history } = apiOf(account)
  expect((await history.list.query({})).items).toEqual([])
  held.resolve()
  const titles = async () => (await history.list.query({})).items.map(({ track }) => track.title)
  await expect.poll(titles, patience).toEqual(['Warm bravo'])
})

it('asks for nothing of rows that the pointer passes over, and loads no audio before a press', async () => {
  const account = await newListener()
  const { page, observed } = await openPage('/tracks?q=Warm&sort=title', { as: account })
  const asked: unknown[] = []
  page.on('request', (request) => {
    if (request.url().includes('stream.prepare')) asked.push(request.postDataJSON())
  })
  const alpha = new Player(page).row('Warm alpha')
  // In one turn, so that it stays a sweep on a busy machine as well.
  await alpha.evaluate((row) => {
    for (const passed of [row, row.nextElementSibling])
      passed
        ?.querySelector('[draggable]')
        ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
  })
  const [bravo] = (await apiOf(account).tracks.list.query({ q: 'Warm bravo' })).items
  await expect.poll(() => asked, patience).toEqual([{ trackIds: [bravo?.id] }])
  expect(observed.audio).toEqual([])
})

it('plays one track after the other where the browser has no audio graph', async () => {
  const { page, context } = await openPage('/favorites', { as: await newListener() })
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'AudioWorkletNode'))
  await page.goto('/tracks?q=Warm&sort=title')
  const player = new Player(page)
  await player.play('Warm alpha')
  await expect.poll(() => page.title(), patience).toContain('Warm bravo')
  await expect.poll(() => position(page), patience).toBeGreaterThan(1)
  await player.button('Pause').click()
  await player.button('Play').waitFor()
})
