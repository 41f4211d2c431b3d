import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { openDeployment, type Deployment } from './deployment.ts'
import { admin } from './global-setup.ts'
import { pitchOf } from './hearing.ts'
import { addTrack, tone } from './library.ts'
import { Player } from './pages/player.ts'

/** What browsers and the router say of a script that is gone. */
const missing = [/net::ERR_/, /status of 404/, /dynamically imported module/, /reading 'Genres'/]
const newVersion = 'There is a new version of the player.'

let deployment: Deployment

beforeAll(async () => {
  deployment = await openDeployment(inject('serverUrl'))
  const audio = tone({ pitch: 520, seconds: 90 })
  await addTrack(apiOf(admin), { title: 'Played over a deployment', audio })
}, 60_000)

afterAll(async () => {
  await closeBrowser()
  await deployment[Symbol.asyncDispose]()
})

it('plays on over a new build, goes on with its own files, and is the new one once it is told to', async () => {
  deployment.reset()
  const { page, context } = await openPage('/tracks?q=deployment', {
    as: await newListener(),
    baseURL: deployment.url,
    expectedErrors: missing,
  })
  const player = new Player(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await player.play('Played over a deployment')
  await expect.poll(() => pitchOf(page), patience).toBe(520)
  const first = await entryOf(page)
  deployment.deploy()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await player.notification(newVersion).waitFor()
  // It was not open before: its files are those of the build that is gone.
  await player.goTo('Genres')
  expect(await entryOf(page)).toBe(first)
  expect(await pitchOf(page)).toBe(520)

  await page.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => entryOf(page).catch(() => first), patience).not.toBe(first)
  const second = await entryOf(page)
  await context.setOffline(true)
  await page.goto('/offline')
  await player.heading('Offline').waitFor()
  expect(await entryOf(page)).toBe(second)
})

it('loads a page anew whose parts are gone, and asks first while music plays', async () => {
  deployment.reset()
  const { page } = await openPage('/tracks?q=deployment', {
    as: await newListener(),
    baseURL: deployment.url,
    expectedErrors: missing,
    serviceWorkers: 'block',
  })
  const player = new Player(page)
  await player.play('Played over a deployment')
  await expect.poll(() => pitchOf(page), patience).toBe(520)
  const first = await entryOf(page)
  deployment.deploy()
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('link', { name: 'Genres', exact: true }).click()
  await player.notification(newVersion).waitFor()
  expect(await entryOf(page)).toBe(first)
  expect(await pitchOf(page)).toBe(520)

  await player.button('Pause').click()
  await main.getByRole('link', { name: 'Your listening', exact: true }).click()
  await player.heading('Your listening').waitFor()
  expect(await entryOf(page)).not.toBe(first)
})

/** The script that a page began with: each build has another. */
function entryOf(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.querySelector('script[type=module][src]')?.getAttribute('src') ?? null,
  )
}
