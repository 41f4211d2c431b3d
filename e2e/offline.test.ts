import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'

import { newListener } from './accounts.ts'
import { closeBrowser, openPage } from './browser-page.ts'
import { Player } from './pages/player.ts'

const noNetwork = [/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/]

afterAll(closeBrowser)

it('can be installed', async () => {
  const { page, context } = await openPage('/sign-in')
  const devtools = await context.newCDPSession(page)
  const { errors, data = '' } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { name, display, icons } = JSON.parse(data) as Manifest
  expect({ name, display }).toEqual({ name: 'Segue', display: 'standalone' })
  for (const { src, sizes } of icons) expect(sizes).toBe(await sizeOf(page, src))
})

it('opens any page without the network, as who was signed in, and says what works', async () => {
  const options = { as: await newListener(), expectedErrors: noNetwork }
  const { page, context } = await openPage('/tracks', options)
  await ready(page)
  await context.setOffline(true)
  await page.goto('/playlists')
  await page.getByRole('heading', { name: 'You’re offline' }).waitFor()
  await page.getByRole('link', { name: 'My page: Listener' }).waitFor()
  await page.getByRole('link', { name: 'What plays offline' }).click()
  await new Player(page).heading('Offline').waitFor()
  await context.setOffline(false)
  await new Player(page).goTo('Playlists')
  await page.getByRole('heading', { name: 'No playlists yet' }).waitFor()
  expect(await page.getByText('Offline. What you kept plays.').count()).toBe(0)
})

interface Manifest {
  name: string
  display: string
  icons: { src: string; sizes: string }[]
}

function sizeOf(page: Page, picture: string): Promise<string> {
  return page.evaluate(async (src) => {
    const image = Object.assign(new Image(), { src })
    await image.decode()
    return `${image.naturalWidth}x${image.naturalHeight}`
  }, picture)
}

/** Once the page's worker is there, with all it needs to open without the network. */
function ready(page: Page): Promise<unknown> {
  return page.evaluate(() => navigator.serviceWorker.ready)
}
