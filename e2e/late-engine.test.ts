import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { hear, pitchOf } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

/** The file of the script that plays, which comes when somebody is about to. */
const engine = /\/assets\/current-play-.*\.js$/

beforeAll(async () => {
  await addTracks(apiOf(admin), [
    { title: 'Tardy alpha', audio: tone({ pitch: 440, seconds: 60 }) },
    { title: 'Tardy bravo', audio: tone({ pitch: 660, seconds: 60 }) },
  ])
}, 60_000)

afterAll(closeBrowser)

it('plays what was pressed last before the engine has come, unless it was paused', async () => {
  const { page } = await openPage('/favorites', { as: await newListener() })
  const player = new Player(page)
  const held = Promise.withResolvers<void>()
  await page.route(engine, async (route) => {
    await held.promise
    await route.continue()
  })
  await page.goto('/tracks?q=Tardy&sort=title')
  await player.play('Tardy alpha')
  await player.button('Pause').waitFor()
  await player.play('Tardy bravo')
  await player.bar.getByText('Tardy bravo').first().waitFor()
  await player.button('Pause').click()
  const came = page.waitForResponse(engine)
  held.resolve()
  await (await came).finished()
  expect(await hear(page)).toEqual({ loudness: 0, pitch: 0 })
  await player.button('Play').click()
  await expect.poll(() => pitchOf(page), patience).toBe(660)
})

it('plays after one press, also where the engine was late and could not be fetched at first', async () => {
  const { page } = await openPage('/tracks?q=Tardy&sort=title', {
    as: await newListener(),
    expectedErrors: [/net::ERR_FAILED/],
  })
  const player = new Player(page)
  await page.route(engine, (route) => route.abort())
  await player.play('Tardy alpha')
  await player.notification('The connection is gone. Trying again…').waitFor()
  await page.unroute(engine)
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await player.button('Pause').waitFor()
})
