import { createSegue } from '@segue/client'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Account, newAccount } from './accounts.ts'
import { violations } from './accessibility.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { type LargeLibrary, startLargeLibrary } from './large-library.ts'
import { Player } from './pages/player.ts'

const count = 100_000
let library: LargeLibrary

beforeAll(async () => {
  library = await startLargeLibrary(count)
}, 240_000)

afterAll(async () => {
  await closeBrowser()
  await library[Symbol.asyncDispose]()
})

const titleOf = (number: number) => `Track ${String(number).padStart(6, '0')}`

async function open(route: string): Promise<{ page: Page; player: Player; account: Account }> {
  const account = newAccount()
  await createSegue({ url: library.url }).auth.register.mutate({ ...account, nickname: 'Listener' })
  const { page } = await openPage('/me', { as: account, baseURL: library.url })
  await page.goto(route)
  return { page, player: new Player(page), account }
}

const nodesOf = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)
const placeOf = (page: Page) => page.evaluate(() => Math.round(window.scrollY))

/** Scrolls the list so that the row of that index, from 0, stands in the middle of the window. */
async function scrollTo(page: Page, index: number): Promise<void> {
  await page.getByRole('table').evaluate((table, index) => {
    const body = table.querySelectorAll('[role=rowgroup]')[1]
    const top = (body?.getBoundingClientRect().top ?? 0) + window.scrollY
    window.scrollTo(0, top + index * 60 - window.innerHeight / 2)
  }, index)
}

it('scrolls through 100,000 tracks with a small page and few requests', async () => {
  const { page, player } = await open('/tracks?sort=title')
  await player.row(titleOf(1)).waitFor()
  let requests = 0
  page.on('request', (request) => {
    if (request.url().includes('tracks.list')) requests += 1
  })
  const table = page.getByRole('table')
  expect(await table.getAttribute('aria-rowcount')).toBe(String(count + 1))
  let mostNodes = 0
  const steps = 60
  for (let step = 1; step <= steps; step++) {
    await scrollTo(page, (count / steps) * step)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    mostNodes = Math.max(mostNodes, await nodesOf(page))
  }
  await player.row(titleOf(count)).waitFor()
  mostNodes = Math.max(mostNodes, await nodesOf(page))
  expect(mostNodes).toBeLessThan(2000)
  // Each step is 33 pages away from the one before: no page is asked for that is only passed by.
  expect(requests).toBeLessThanOrEqual(2 * steps)
  expect(await player.row(titleOf(count)).getAttribute('aria-rowindex')).toBe(String(count + 1))
}, 90_000)

it('plays on from the middle, and is back at the very place after an album and a reload', async () => {
  const { page, player } = await open('/tracks?sort=title')
  await player.row(titleOf(1)).waitFor()
  await scrollTo(page, 49_999)
  await player.row(titleOf(50_000)).waitFor()
  const place = await placeOf(page)

  await player.play(titleOf(50_000))
  await player.bar.getByText(titleOf(50_000)).first().waitFor()
  for (const next of [50_001, 50_002]) {
    await player.button('Next').click()
    await player.bar.getByText(titleOf(next)).first().waitFor()
  }

  await player.row(titleOf(50_003)).getByRole('link', { name: 'Album 05001' }).click()
  await player.heading('Album 05001').waitFor()
  await expect.poll(() => placeOf(page), patience).toBe(0)
  await page.goBack()
  await player.row(titleOf(50_000)).waitFor()
  await expect.poll(() => placeOf(page), patience).toBe(place)
  const focused = page.getByRole('row').filter({ has: page.locator('a:focus') })
  await expect.poll(() => focused.textContent(), patience).toContain(titleOf(50_003))
  await page.reload()
  await player.row(titleOf(50_000)).waitFor()
  expect(await placeOf(page)).toBe(place)
})

it('goes from row to row by keys, to the last one too, and plays by Enter', async () => {
  const { page, player } = await open('/tracks?sort=title')
  await player.row(titleOf(1)).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const focused = page.locator('[role=row]:focus')
  await expect.poll(() => focused.textContent(), patience).toContain(titleOf(3))
  await page.keyboard.press('End')
  await expect.poll(() => focused.textContent(), patience).toContain(titleOf(count))
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focused.textContent(), patience).toContain(titleOf(count - 1))
  await page.keyboard.press('Enter')
  await player.bar
    .getByText(titleOf(count - 1))
    .first()
    .waitFor()
  await page.keyboard.press('Home')
  await expect.poll(() => focused.textContent(), patience).toContain(titleOf(1))
})

it('shows 10,000 albums as the same few cards, in the middle and at the end', async () => {
  const { page } = await open('/albums')
  const albums = page.getByRole('list', { name: 'Albums' })
  await albums.getByText('Album 00001').waitFor()
  for (const [share, title] of [
    [0.5, /^Album 0(4|5)\d+/],
    [1, 'Album 10000'],
  ] as const) {
    await page.evaluate((share) => {
      window.scrollTo(0, document.documentElement.scrollHeight * share)
    }, share)
    await albums.getByText(title).first().waitFor()
    expect(await nodesOf(page)).toBeLessThan(2000)
  }
})

it('chooses spans of rows, also such as are not here yet, and puts them into the queue', async () => {
  const { page, player } = await open('/tracks?sort=title')
  const bar = page.getByRole('region', { name: /chosen/ })
  const press = (number: number, ...modifiers: ('Shift' | 'ControlOrMeta')[]) =>
    player.row(titleOf(number)).click({ position: { x: 500, y: 30 }, modifiers })
  await press(3)
  await press(6, 'Shift')
  await press(9, 'ControlOrMeta')
  await press(5, 'ControlOrMeta')
  await bar.getByText('4 tracks chosen').waitFor()
  await bar.getByRole('button', { name: 'Add to queue' }).click()
  await player.notification('4 tracks added to the queue.').waitFor()
  await expect.poll(() => bar.count(), patience).toBe(0)

  await player.row(titleOf(1)).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await bar.getByText('500 tracks chosen').waitFor()
  await player.notification('At most 500 tracks can be chosen at once.').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => bar.count(), patience).toBe(0)
  await page.keyboard.press('Shift+ArrowDown')
  await bar.getByText('2 tracks chosen').waitFor()
  expect(await page.getByRole('checkbox', { name: `Choose ${titleOf(2)}` }).isChecked()).toBe(true)
  expect(await violations(page)).toEqual([])

  await player.goTo('Queue')
  const queued = [3, 4, 6, 9].map(titleOf)
  await expect.poll(() => player.titles(), patience).toEqual(queued)
})

it('is in the order of a head, or the other way round, as the address says', async () => {
  const { page, player } = await open('/tracks')
  await player.row(titleOf(count)).waitFor()
  await page.getByRole('button', { name: 'Title', exact: true }).click()
  await player.row(titleOf(1)).waitFor()
  await page.getByRole('button', { name: 'Title', exact: true }).click()
  await player.row(titleOf(count)).waitFor()
  expect(new URL(page.url()).search).toBe('?sort=title&direction=desc')
  const head = page.getByRole('columnheader', { name: 'Title' })
  expect(await head.getAttribute('aria-sort')).toBe('descending')

  await player.goTo('Genres')
  const genre = page.getByRole('list', { name: 'Genres' }).getByRole('link', { name: /Genre 7/ })
  await genre.click()
  await page.waitForURL(/\/tracks\?genre=Genre\+7$/)
  await expect
    .poll(() => page.getByRole('table').getAttribute('aria-rowcount'), patience)
    .toBe('8334')
})

it('tells all of a track in a window, from the menu of its row', async () => {
  const { page, player } = await open('/tracks?sort=title')
  await player.choose(titleOf(12), 'Track details')
  const dialog = page.getByRole('dialog', { name: titleOf(12) })
  await dialog.getByText('Album 00002').waitFor()
  await dialog
    .getByText(/PCM|WAV/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await player.choose(titleOf(12), 'Add to favourites')
  await player.heart(titleOf(12), true).waitFor()
})

it('opens an album of 3,333 tracks as a small page, and goes to its last one', async () => {
  const tracks = 3333
  await library.gather('Album 00001', 90_001, 90_000 + tracks)
  const { page, player } = await open('/search?q=Album+00001')
  await page.getByRole('link', { name: 'Album 00001' }).first().click()
  await player.heading('Album 00001').waitFor()
  await player.row(titleOf(90_001)).waitFor()
  const table = page.getByRole('table', { name: 'Album 00001' })
  expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(tracks)
  expect(await nodesOf(page)).toBeLessThan(2000)
  await player.row(titleOf(90_001)).focus()
  await page.keyboard.press('End')
  const focused = page.locator('[role=row]:focus')
  await expect.poll(() => focused.textContent(), patience).toContain(titleOf(90_000 + tracks))
  expect(await nodesOf(page)).toBeLessThan(2000)
})
