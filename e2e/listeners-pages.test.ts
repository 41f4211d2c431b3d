import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { violations } from './accessibility.ts'
import { type Account, apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTrack, tone } from './library.ts'
import { Player } from './pages/player.ts'

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const long = 'with a name that is rather long '.repeat(4)

let account: Account
let slug: string
/** Addresses, and what is read there once the page shows what it has. */
let pages: Record<string, string>

beforeAll(async () => {
  account = await newListener()
  const segue = apiOf(account)
  const track = await addTrack(apiOf(admin), {
    title: `Pages ${long}`,
    artist: `Artist ${long}`,
    album: `Album ${long}`,
    audio: tone({ pitch: 390, seconds: 60 }),
  })
  const trackIds = [track.id]
  await segue.favorites.set.mutate({ trackId: track.id, favorite: true })
  await segue.stream.start.mutate({ trackId: track.id })
  const description = `Described ${long}`
  const playlist = await segue.playlists.create.mutate({
    name: `List ${long}`.slice(0, 100),
    description,
    isPublic: true,
  })
  await segue.playlists.add.mutate({ id: playlist.id, trackIds })
  slug = playlist.slug ?? ''
  pages = {
    '/me': 'This one',
    '/favorites': 'Pages with',
    '/history': 'Pages with',
    '/listening': 'Pages with',
    '/playlists': 'List with',
    [`/playlists/${playlist.id}`]: 'Pages with',
    '/artists?q=rather+long': 'Artist with',
    [`/artists/${track.artist.id}`]: 'Pages with',
    '/albums?q=rather+long': 'Album with',
    [`/albums/${track.album?.id}`]: 'Pages with',
  }
}, 60_000)

afterAll(closeBrowser)

let looks = 0

/** What is wrong with a page: in a wide window in one theme, on a phone in the other, by turns. */
async function problemsOf(page: Page): Promise<string[]> {
  const problems: string[] = []
  const themes = looks++ % 2 === 0 ? (['light', 'dark'] as const) : (['dark', 'light'] as const)
  for (const [index, viewport] of [wide, phone].entries()) {
    const colorScheme = themes[index]
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const problem of await violations(page))
      problems.push(`${viewport.width} ${colorScheme} ${problem}`)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > viewport.width) problems.push(`${page.url()} is ${width} wide`)
  }
  return problems
}

it('shows every page of a listener so that everyone can use it, in both themes and widths', async () => {
  const { page } = await openPage('/favorites', { as: account })
  const problems: string[] = []
  await page.getByRole('button', { name: 'Play all' }).click()
  await new Player(page).button('Pause').waitFor()
  problems.push(...(await problemsOf(page)))
  for (const [route, text] of Object.entries(pages)) {
    await page.goto(route)
    await page.getByRole('main').getByText(text).first().waitFor()
    problems.push(...(await problemsOf(page)))
  }
  expect(problems).toEqual([])
}, 120_000)

it('shows its windows so that everyone can use them, in both themes and widths', async () => {
  const { page } = await openPage('/me', { as: account })
  const problems: string[] = []
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await page.getByRole('alertdialog').waitFor()
  problems.push(...(await problemsOf(page)))
  await page.goto('/playlists')
  await page.getByRole('link', { name: /^List/ }).click()
  for (const open of ['Share', 'Add to playlist', 'Edit']) {
    await page.setViewportSize(wide)
    if (open !== 'Share') {
      await page
        .getByRole('button', { name: /^More for / })
        .nth(open === 'Edit' ? 0 : 1)
        .click()
      await page.getByRole('menuitem', { name: open }).click()
    } else await page.getByRole('button', { name: open }).click()
    await page.getByRole('dialog').waitFor()
    problems.push(...(await problemsOf(page)))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  expect(problems).toEqual([])
}, 120_000)

it('shows strangers what is shared, what is gone and a reset so that everyone can use it', async () => {
  const { page } = await openPage(`/p/${slug}`)
  const problems: string[] = []
  await page.getByText('Pages with').first().waitFor()
  problems.push(...(await problemsOf(page)))
  const others = {
    '/p/nothing-of-the-kind': 'There is no such playlist',
    '/reset': 'This link isn’t complete',
    '/reset#token': 'At least 8 characters',
    '/nothing-of-the-kind': 'There is no such page',
    '/register': 'Create an account',
    '/me': 'Welcome back',
  }
  for (const [route, text] of Object.entries(others)) {
    await page.goto(route)
    await page.getByText(text).first().waitFor()
    problems.push(...(await problemsOf(page)))
  }
  expect(problems).toEqual([])
}, 120_000)
