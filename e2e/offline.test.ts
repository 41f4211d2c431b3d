import type { Segue } from '@segue/client'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { pitchOf, position } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

const noNetwork = [/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/]

const album = 'The Cellar Tapes'

beforeAll(async () => {
  const fields = { artist: 'The Keepers', album }
  await addTracks(apiOf(admin), [
    { ...fields, title: 'Cellar one', trackNumber: 1, audio: tone({ pitch: 440, seconds: 60 }) },
    { ...fields, title: 'Cellar two', trackNumber: 2, audio: tone({ pitch: 660, seconds: 20 }) },
    { title: 'Out of the cellar', audio: tone({ pitch: 880, seconds: 20 }) },
  ])
}, 60_000)

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

it('keeps an album, plays it without the network, and tells of the play afterwards', async () => {
  const account = await newListener()
  const { page, context } = await openPage(`/albums?q=${album}`, {
    as: account,
    expectedErrors: noNetwork,
  })
  const player = new Player(page)
  await keepAlbum(page)
  expect(await page.getByText('Kept offline', { exact: true }).count()).toBeGreaterThan(1)

  await context.setOffline(true)
  await page.reload()
  await player.heading(album).waitFor()
  await player.play('Cellar one')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await player.seek.focus()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect.poll(() => position(page), patience).toBeGreaterThan(30)
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await player.button('Pause').click()
  await player.heart('Cellar one', false).click()
  await player.notification('“Cellar one” stays as it was.').waitFor()
  await player.heart('Cellar one', false).waitFor()

  await context.setOffline(false)
  const segue = apiOf(account)
  const history = async () => (await segue.history.list.query({})).items
  await expect.poll(history, patience).toHaveLength(1)
  const [play] = await history()
  expect(play?.track.title).toBe('Cellar one')
  await expect.poll(async () => (await history())[0]?.listenedMs, patience).toBeGreaterThan(100)
})

it('goes on with what is kept where the rest of the queue is not, and with all once online', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  const mixed = await playlistOf(segue, 'Half kept', ['Out of the cellar', 'Cellar two'])
  const [entry] = (await segue.playlists.tracks.query({ id: mixed.id })).items
  await segue.playlists.add.mutate({ id: mixed.id, trackIds: [entry?.track.id ?? ''] })
  const { page, context } = await openPage(`/albums?q=${album}`, {
    as: account,
    expectedErrors: noNetwork,
  })
  const player = new Player(page)
  await keepAlbum(page)
  await player.goTo('Playlists')
  await page.getByRole('link', { name: 'Half kept' }).last().click()
  await player.row('Cellar two').waitFor()

  await context.setOffline(true)
  await player.row('Out of the cellar').first().getByRole('button', { name: /^Play/ }).click()
  await player
    .notification('“Out of the cellar” isn’t kept on this device. On to the next one that is.')
    .waitFor()
  await expect.poll(() => pitchOf(page), patience).toBe(660)
  await player.seek.press('End')
  await player
    .notification('There is no network, and nothing that follows is kept on this device.')
    .waitFor()
  await player.button('Play').waitFor()

  await context.setOffline(false)
  await expect.poll(() => pitchOf(page), patience).toBe(880)
})

it('keeps nothing of a listener who signed out', async () => {
  const { page } = await openPage(`/albums?q=${album}`, { as: await newListener() })
  await keepAlbum(page)
  expect(await keptIn(page)).toHaveLength(1)
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
  expect(await keptIn(page)).toEqual([])
  expect(await page.evaluate(() => localStorage.getItem('segue.listener'))).toBeNull()
})

it('keeps what it has where a session ends, for its listener alone', async () => {
  const account = await newListener()
  const { page } = await openPage(`/albums?q=${album}`, {
    as: account,
    expectedErrors: [/status of 401/],
  })
  const player = new Player(page)
  await keepAlbum(page)
  const segue = apiOf(account)
  const sessions = await segue.auth.sessions.query()
  for (const { id, current } of sessions)
    if (!current) await segue.auth.revokeSession.mutate({ id })
  await page.getByRole('link', { name: 'History', exact: true }).first().click()
  await player.heading('Welcome back').waitFor()
  const [kept] = await keptIn(page)
  await player.signIn(account)
  await player.heading('History').waitFor()
  await page.goto('/offline')
  await page.getByRole('link', { name: album }).waitFor()
  expect(await keptIn(page)).toEqual([kept])

  await page.context().clearCookies()
  await page.goto('/offline')
  await player.heading('Welcome back').waitFor()
  await player.signIn(await newListener())
  await page.getByRole('heading', { name: 'Nothing is kept offline yet' }).waitFor()
  expect(await keptIn(page)).toEqual([])
})

/** Keeps the album that the page lists, all of it. */
async function keepAlbum(page: Page): Promise<void> {
  await page.getByRole('link', { name: album }).first().click()
  await page.getByRole('button', { name: 'Keep offline' }).click()
  await page.getByRole('button', { name: 'Kept offline', pressed: true }).waitFor()
}

/** A new playlist with tracks of the library, by their titles. */
async function playlistOf(segue: Segue, name: string, titles: string[]) {
  const playlist = await segue.playlists.create.mutate({ name })
  for (const title of titles) {
    const { items } = await segue.tracks.list.query({ q: title, limit: 1 })
    const trackIds = items.map(({ id }) => id)
    await segue.playlists.add.mutate({ id: playlist.id, trackIds })
  }
  return playlist
}

/** The names of the caches that hold what listeners keep. */
function keptIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('kept-')))
}

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
