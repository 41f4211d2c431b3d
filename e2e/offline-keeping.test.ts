import type { Segue } from '@segue/client'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTrack, tone } from './library.ts'
import { Player } from './pages/player.ts'

const noNetwork = [/net::ERR_/]
/** Ids of the tracks by their short names. */
const ids: Record<string, string> = {}

beforeAll(async () => {
  const segue = apiOf(admin)
  const lengths = { one: 20, two: 20, three: 20, four: 20, large: 120 }
  for (const [name, seconds] of Object.entries(lengths)) {
    const audio = tone({ pitch: 440, seconds })
    const track = await addTrack(segue, { title: `Attic ${name}`, audio })
    ids[name] = track.id
  }
}, 60_000)

afterAll(closeBrowser)

it('follows what becomes of a kept playlist on another device', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  const attic = await playlistOf(segue, 'All the attic', ['one', 'two'])
  const best = await playlistOf(segue, 'Best of the attic', ['two', 'three'])
  const { page, context } = await openPage(`/playlists/${attic}`, {
    as: account,
    expectedErrors: noNetwork,
  })
  const player = new Player(page)
  const kept = () => keptNames(page)
  await keep(page)
  await page.getByRole('link', { name: 'Best of the attic' }).first().click()
  await player.heading('Best of the attic').waitFor()
  await keep(page)
  await expect.poll(kept, patience).toEqual(['one', 'three', 'two'])

  // What the other one needs as well stays.
  await takeOut(segue, attic, 'two')
  await segue.playlists.add.mutate({ id: attic, trackIds: [idOf('four')] })
  await player.goTo('Playlists')
  await expect.poll(kept, patience).toEqual(['four', 'one', 'three', 'two'])

  await context.setOffline(true)
  await takeOut(segue, best, 'two')
  await context.setOffline(false)
  await expect.poll(kept, patience).toEqual(['four', 'one', 'three'])
})

it('says where there is no room, shows nothing as kept that is not, and frees what it lets go', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  const attic = await playlistOf(segue, 'All the attic', ['one', 'large'])
  const { page, context } = await openPage(`/playlists/${attic}`, {
    as: account,
    expectedErrors: noNetwork,
  })
  const player = new Player(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await leaveRoom(page, context, 1_000_000)
  await page.getByRole('button', { name: 'Keep offline' }).click()
  await player.notification('There is no room on this device for the rest.').waitFor()
  const button = page.getByRole('button', { name: '1 of 2 kept · no room for the rest' })
  await button.waitFor()
  expect(await player.row('Attic large').getByText('Kept offline').count()).toBe(0)
  expect(await player.row('Attic one').getByText('Kept offline').count()).toBe(1)
  expect(await keptNames(page)).toEqual(['one'])
  await button.click()
  await page.getByRole('button', { name: 'Keep offline', pressed: false }).waitFor()
  expect(await keptNames(page)).toEqual([])
})

it('goes on with a download that was broken off, and shows how far it is', async () => {
  const account = await newListener()
  const attic = await playlistOf(apiOf(account), 'All the attic', ['one', 'large', 'two'])
  const opened = await openPage(`/playlists/${attic}`, { as: account, expectedErrors: noNetwork })
  const { context } = opened
  await narrow(opened.page, context)
  await opened.page.getByRole('button', { name: 'Keep offline' }).click()
  // The short one is there, and the large one on its way.
  await opened.page.getByRole('button', { name: /^1 of 3 kept$/, pressed: true }).waitFor()
  expect(await keptNames(opened.page)).not.toContain('large')
  await opened.page.close()

  await context.setOffline(true)
  const page = await context.newPage()
  await page.goto(`/playlists/${attic}`)
  await page
    .getByRole('button', { name: '1 of 3 kept · goes on when the network is back', pressed: true })
    .waitFor()
  expect(await new Player(page).row('Attic large').getByText('Kept offline').count()).toBe(0)
  await context.setOffline(false)
  await expect.poll(() => keptNames(page), patience).toEqual(['large', 'one', 'two'])
  await page.getByRole('button', { name: 'Kept offline', pressed: true }).waitFor()
})

function idOf(name: string): string {
  return ids[name] ?? ''
}

async function playlistOf(segue: Segue, name: string, names: string[]): Promise<string> {
  const { id } = await segue.playlists.create.mutate({ name })
  await segue.playlists.add.mutate({ id, trackIds: names.map(idOf) })
  return id
}

/** Takes a track out, as from another device. */
async function takeOut(segue: Segue, id: string, name: string): Promise<void> {
  const { items } = await segue.playlists.tracks.query({ id })
  const entryIds = items.filter(({ track }) => track.id === ids[name]).map(({ entryId }) => entryId)
  await segue.playlists.removeTracks.mutate({ id, entryIds })
}

/** Keeps what the page shows, all of it. */
async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep offline' }).click()
  await page.getByRole('button', { name: 'Kept offline', pressed: true }).waitFor()
}

/** Whose audio the browser has, by their short names. */
async function keptNames(page: Page): Promise<string[]> {
  const paths = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('kept-'))
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => new URL(url).pathname)
  })
  const isKept = (id: string) =>
    paths.some((path) => path.endsWith(`/${id}`) && path.includes('audio'))
  return Object.keys(ids)
    .filter((name) => isKept(idOf(name)))
    .toSorted()
}

/** Leaves the page room for so many bytes more than it uses. */
async function leaveRoom(page: Page, context: BrowserContext, bytes: number): Promise<void> {
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(inject('serverUrl')).origin,
    quotaSize: usage + bytes,
  })
}

/** A line that takes many seconds for the large track. */
async function narrow(page: Page, context: BrowserContext): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: 100_000,
    uploadThroughput: -1,
  })
}
