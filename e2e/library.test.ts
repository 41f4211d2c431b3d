import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Account, apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

/** More than one page of the list, and a part of a third. */
const manyCount = 120

let listener: Account

beforeAll(async () => {
  const many = Array.from({ length: manyCount }, (_, at) => ({
    title: `Endless ${String(at + 1).padStart(3, '0')}`,
    artist: 'The Long List',
    genre: 'Endless',
    audio: tone({ pitch: 200 + at, seconds: 0.5 }),
  }))
  const few = [
    { title: '밤하늘 산책', artist: 'Moonrise', genre: 'Shelf jazz', year: 1994 },
    { title: 'Amber shelf', artist: 'Lanterns', genre: 'Shelf jazz', year: 2018 },
    { title: 'Winter shelf', artist: 'Lanterns', genre: 'Shelf folk', year: 1997 },
  ]
  const shelf = few.map((track, at) => ({
    ...track,
    audio: tone({ pitch: 700, seconds: 3 - at }),
  }))
  listener = await newListener()
  await addTracks(apiOf(admin), [...shelf, ...many])
}, 60_000)

afterAll(closeBrowser)

it('finds while one types', async () => {
  const { page } = await openPage('/tracks', { as: listener })
  const player = new Player(page)
  await player.rows.first().waitFor()
  await player.search.pressSequentially('밤하늘')
  await expect
    .poll(() => titlesOf(player), patience)
    .toEqual([expect.stringContaining('밤하늘 산책')])
  expect(new URL(page.url()).searchParams.get('q')).toBe('밤하늘')

  await player.search.fill('moonrise')
  await expect
    .poll(() => titlesOf(player), patience)
    .toEqual([expect.stringContaining('밤하늘 산책')])
  await player.search.fill('no such thing anywhere')
  await page.getByText('Nothing matches').waitFor()
})

it('keeps filters and order in the address, over a reload and a way back', async () => {
  const { page } = await openPage('/tracks', { as: listener })
  const player = new Player(page)
  const isFiltered = () => expect.poll(() => titlesOf(player), patience).toEqual(shown)

  await player.select('Genre', 'Shelf jazz')
  await player.select('Sort', 'Title')
  let shown = [/Amber shelf/, /밤하늘 산책/].map((title) => expect.stringMatching(title))
  await isFiltered()
  await player.select('Year', '1990s')
  shown = [expect.stringMatching(/밤하늘 산책/)]
  await isFiltered()
  const address = { genre: 'Shelf jazz', sort: 'title', decade: '1990' }
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(address)

  await page.reload()
  await isFiltered()
  await player.goTo('History')
  await page.goBack()
  await player.heading('Tracks').waitFor()
  await isFiltered()
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(address)
})

it('scrolls to the very end of a long list, of which the page holds but a part', async () => {
  const { page } = await openPage('/tracks?genre=Endless&sort=title', { as: listener })
  const player = new Player(page)
  await player.row('Endless 001').waitFor()
  await page.mouse.move(600, 400)
  const seen = new Map<string, string>()
  let mostRows = 0
  const scrollOn = async () => {
    await page.mouse.wheel(0, 400)
    const rows = await player.rows.evaluateAll((all) =>
      all.map((row) => [row.ariaRowIndex ?? '', /Endless \d+/.exec(row.textContent)?.[0] ?? '']),
    )
    for (const [index = '', title = ''] of rows) seen.set(index, title)
    mostRows = Math.max(mostRows, rows.length)
    return seen.size
  }
  await expect.poll(scrollOn, { timeout: 30_000, interval: 20 }).toBe(manyCount)
  expect(new Set(seen.values()).size).toBe(manyCount)
  expect(mostRows).toBeLessThan(60)
  await player.row(`Endless ${manyCount}`).waitFor()
})

it('keeps its rows when the next page fails, and goes on from there when asked', async () => {
  const { page } = await openPage('/tracks?genre=Endless&sort=title', {
    as: listener,
    expectedErrors: [/status of 418 .*offset/],
  })
  const player = new Player(page)
  await player.row('Endless 001').waitFor()
  let asked = 0
  const secondPage = /tracks\.list.*offset%22%3A50\D/
  await page.route(secondPage, (route) => {
    asked += 1
    return route.fulfill({ status: 418, json: refusal })
  })
  await page.mouse.move(600, 400)
  const scrollOn = async () => {
    await page.mouse.wheel(0, 400)
    return player.row('Endless 050').isVisible()
  }
  await expect.poll(scrollOn, { ...patience, interval: 20 }).toBe(true)
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  expect(asked).toBe(1)

  await page.unroute(secondPage)
  await page.getByRole('button', { name: 'Try again' }).click()
  await player.row('Endless 051').waitFor()
})

it('keeps the letters typed while an older search is on its way', async () => {
  const { page } = await openPage('/tracks', { as: listener })
  const player = new Player(page)
  await player.search.pressSequentially('moonrise', { delay: 190 })
  await player.search.pressSequentially(' walk', { delay: 210 })
  await expect.poll(() => new URL(page.url()).searchParams.get('q'), patience).toBe('moonrise walk')
  expect(await player.search.inputValue()).toBe('moonrise walk')
})

it('leaves the focus in the search where it clears it', async () => {
  const { page } = await openPage('/tracks?q=no+such+thing+anywhere', { as: listener })
  const player = new Player(page)
  const isFocused = () => player.search.evaluate((field) => field === document.activeElement)
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter')
  await expect.poll(isFocused, patience).toBe(true)
  await player.search.fill('moonrise')
  await page.getByRole('button', { name: 'Clear search' }).press('Enter')
  await expect.poll(isFocused, patience).toBe(true)
})

/** What the server says to a page that it cannot give. */
const refusal = {
  error: { message: '', code: -32603, data: { code: 'TEAPOT', reason: 'internal_error' } },
}

/** What the rows say, once all of it belongs together. */
function titlesOf(player: Player): Promise<string[]> {
  return player.rows.allTextContents()
}
