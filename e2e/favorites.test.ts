import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

const titles = ['Kept alpha', 'Kept bravo', 'Kept charlie']
let ids: Map<string, string>

beforeAll(async () => {
  const keeper = apiOf(admin)
  const tracks = titles.map((title) => ({ title, audio: tone({ pitch: 330, seconds: 20 }) }))
  await addTracks(keeper, tracks)
  const { items } = await keeper.tracks.list.query({ q: 'Kept', sort: 'title' })
  ids = new Map(items.map(({ title, id }) => [title, id]))
}, 60_000)

afterAll(closeBrowser)

function idOf(title: string): string {
  return ids.get(title) ?? ''
}

it('keeps the hearts of a track in step, in its row, in the bar and on the list of favourites', async () => {
  const account = await newListener()
  const { page } = await openPage('/tracks?q=Kept&sort=title', { as: account })
  const player = new Player(page)
  await player.play('Kept alpha')
  await player.heart('Kept alpha', false).click()
  await player.heart('Kept alpha', true).waitFor()
  await player.bar.getByRole('button', { name: /^Favourite/, pressed: true }).waitFor()
  await player.heart('Kept bravo', false).click()
  await player.heart('Kept bravo', true).waitFor()

  await player.goTo('Favourites')
  await expect.poll(() => player.titles(), patience).toEqual(['Kept bravo', 'Kept alpha'])
  await player.bar.getByRole('button', { name: /^Favourite/ }).click()
  await expect.poll(() => player.titles(), patience).toEqual(['Kept bravo'])
  await page.reload()
  await expect.poll(() => player.titles(), patience).toEqual(['Kept bravo'])

  await player.heart('Kept bravo', true).press('Enter')
  await page.getByText('No favourites yet').waitFor()
  const focused = page.locator(':focus')
  await expect.poll(() => focused.textContent(), patience).toBe('Favourites')
})

it('stays without a heart when a list that was asked for before still has it', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  for (const title of titles)
    await segue.favorites.set.mutate({ trackId: idOf(title), favorite: true })
  const { page } = await openPage('/favorites', { as: account })
  const player = new Player(page)
  await player.heart('Kept alpha', true).waitFor()
  await player.goTo('History')
  const answered = Promise.withResolvers<void>()
  const toldLater = Promise.withResolvers<void>()
  await page.route(
    /favorites\.list/,
    async (route) => {
      const response = await route.fetch()
      answered.resolve()
      await toldLater.promise
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  const over = page.waitForEvent('requestfailed', (request) =>
    /favorites\.list/.test(request.url()),
  )
  await player.goTo('Favourites')
  await answered.promise
  await player.heart('Kept bravo', true).click()
  await player.row('Kept bravo').waitFor({ state: 'detached' })
  // Nobody waits for the older answer any more.
  await over
  toldLater.resolve()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  expect(await player.titles()).toEqual(['Kept charlie', 'Kept alpha'])
})

it('takes a heart back and says so where the server refuses it', async () => {
  const account = await newListener()
  const { page } = await openPage('/tracks?q=Kept&sort=title', {
    as: account,
    expectedErrors: [/favorites\.set/],
  })
  const player = new Player(page)
  const asked = Promise.withResolvers<void>()
  await page.route(/favorites\.set/, async (route) => {
    await asked.promise
    await route.abort()
  })
  await player.heart('Kept charlie', false).click()
  await player.heart('Kept charlie', true).waitFor()
  asked.resolve()
  await player.heart('Kept charlie', false).waitFor()
  await player.notification('“Kept charlie” stays as it was.').waitFor()
  const { items } = await apiOf(account).favorites.list.query({})
  expect(items).toEqual([])
})

it('removes one line of the history, and all of them once that is confirmed', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  for (const title of titles) await segue.stream.start.mutate({ trackId: idOf(title) })
  const { page } = await openPage('/history', { as: account })
  const player = new Player(page)
  const newestFirst = titles.toReversed()
  await expect.poll(() => player.titles(), patience).toEqual(newestFirst)

  await player.choose('Kept bravo', 'Remove from history')
  await expect.poll(() => player.titles(), patience).toEqual(['Kept charlie', 'Kept alpha'])
  const neighbour = page.getByRole('button', { name: 'More for Kept alpha' })
  await expect
    .poll(() => neighbour.evaluate((it) => it === document.activeElement), patience)
    .toBe(true)
  await page.reload()
  await expect.poll(() => player.titles(), patience).toEqual(['Kept charlie', 'Kept alpha'])

  const clear = page.getByRole('main').getByRole('button', { name: 'Clear history' })
  await clear.click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  await clear.click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Clear history' }).click()
  await page.getByText('Nothing played yet').waitFor()
  await page.reload()
  await page.getByText('Nothing played yet').waitFor()
})
