import { afterAll, beforeAll, expect, it } from 'vitest'

import { violations } from './accessibility.ts'
import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

const artist = 'Marlow of the Piers'
const album = 'Two Discs of Low Tide'

beforeAll(async () => {
  const numbered = [
    ['Zinc', 1, 1],
    ['Yarrow', 1, 2],
    ['Amber', 2, 1],
    ['Birch', 2, 10],
  ] as const
  const tracks = numbered.map(([title, discNumber, trackNumber]) => ({
    title: `${title} on the piers`,
    artist,
    album,
    discNumber,
    trackNumber,
    year: 1999,
    audio: tone({ pitch: 350, seconds: 20 }),
  }))
  const single = { title: 'Alone on the piers', artist, audio: tone({ pitch: 350, seconds: 20 }) }
  await addTracks(apiOf(admin), [...tracks, single])
}, 60_000)

afterAll(closeBrowser)

it('leads from a row to the artist and on to an album, which plays in the order of its discs', async () => {
  const { page } = await openPage('/tracks?q=Alone+on+the+piers', { as: await newListener() })
  const player = new Player(page)
  await player.row('Alone on the piers').getByRole('link', { name: artist }).click()
  await player.heading(artist).waitFor()
  await page.getByText('1 album · 5 tracks').waitFor()
  await expect.poll(() => player.rows.count(), patience).toBe(5)

  await page.getByRole('list', { name: 'Albums' }).getByRole('link', { name: album }).click()
  await player.heading(album).waitFor()
  const inOrder = ['Zinc', 'Yarrow', 'Amber', 'Birch'].map((title) => `${title} on the piers`)
  await expect.poll(() => player.titles(), patience).toEqual(inOrder)
  expect(await page.getByRole('rowheader').allTextContents()).toEqual(['Disc 1', 'Disc 2'])
  await player.row('Yarrow').focus()
  await page.keyboard.press('ArrowDown')
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await expect.poll(focused, patience).toContain('Amber')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Play all' }).click()
  await player.button('Pause').waitFor()
  await player.bar.getByText('Zinc on the piers').first().waitFor()
  await player.button('Next').click()
  await player.bar.getByText('Yarrow on the piers').first().waitFor()

  await player.bar.getByRole('link', { name: artist }).click()
  await player.heading(artist).waitFor()
  await page.goBack()
  await player.heading(album).waitFor()
})

it('adds up what was listened to, in the span that is asked for', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  const { items } = await segue.tracks.list.query({ q: 'on the piers', sort: 'title' })
  const [alone, amber] = items
  // At one moment: no day ends between the plays.
  const playedAt = new Date().toISOString()
  for (const track of [amber, amber, alone]) {
    const trackId = track?.id ?? ''
    const { playId } = await segue.stream.start.mutate({ trackId, playedAt })
    await segue.stream.report.mutate({ playId, positionMs: 20_000, listenedMs: 20_000 })
  }
  const { page } = await openPage('/history', { as: account })
  const player = new Player(page)
  await page.getByRole('main').getByRole('link', { name: 'Your listening' }).click()
  await player.heading('Your listening').waitFor()
  await expect
    .poll(() => player.titles(), patience)
    .toEqual(['Amber on the piers', 'Alone on the piers'])
  const main = page.getByRole('main')
  await main.getByRole('listitem').filter({ hasText: artist }).getByText('3 plays').waitFor()
  await main.getByRole('button', { name: 'As a table: Calendar' }).click()
  await main.getByRole('row').filter({ hasText: '1 min' }).getByText('3').waitFor()
  await player.select('Span of time', 'Last 7 days')
  await page.waitForURL(/span=week/)
  await page.reload()
  await player.row('Amber on the piers').waitFor()
})

it('searches the artists and the albums, and keeps that in the address', async () => {
  const { page } = await openPage('/tracks', { as: await newListener() })
  const player = new Player(page)
  await player.goTo('Artists')
  await page.getByRole('searchbox', { name: 'Search artists' }).fill('of the piers')
  await page.waitForURL(/\/artists\?q=of\+the\+piers$/)
  await page.getByRole('list', { name: 'Artists' }).getByRole('link', { name: artist }).waitFor()

  await player.goTo('Albums')
  await page.getByRole('searchbox', { name: 'Search albums' }).fill('no such album anywhere')
  await page.getByText('Nothing matches').waitFor()
  await page.getByRole('searchbox', { name: 'Search albums' }).fill('discs of low')
  await page.getByRole('list', { name: 'Albums' }).getByRole('link', { name: album }).waitFor()
  await page.reload()
  await page.getByRole('list', { name: 'Albums' }).getByRole('link', { name: album }).waitFor()
  expect(new URL(page.url()).search).toBe('?q=discs+of+low')
})

it('shows the pages of addresses that ask for what there is not', async () => {
  const { page } = await openPage('/albums?sort=nonsense&more=1', { as: await newListener() })
  const player = new Player(page)
  await page.getByRole('list', { name: 'Albums' }).waitFor()
  expect(new URL(page.url()).search).toBe('')
  await page.goto('/listening?span=century')
  await player.heading('Your listening').waitFor()
  await page.goto('/history?from=2026-02-30&to=nonsense')
  await page.getByText('Nothing played yet').waitFor()
})

it('says of an artist and an album that are not there that there is no such page', async () => {
  const { page } = await openPage('/tracks', { as: await newListener() })
  const player = new Player(page)
  for (const route of ['/artists/nobody', `/albums/${crypto.randomUUID()}`]) {
    await page.goto(route)
    await page.getByText('There is no such page').waitFor()
    expect(await page.title()).toBe('There is no such page · Segue')
    expect(await player.bar.count()).toBe(1)
  }
})
