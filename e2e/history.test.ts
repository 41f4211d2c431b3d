import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Account, apiOf, newListener } from './accounts.ts'
import { violations } from './accessibility.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

const titles = ['Ledger alpha', 'Ledger bravo', 'Ledger charlie', 'Ledger delta']
const ids = new Map<string, string>()

beforeAll(async () => {
  const keeper = apiOf(admin)
  const audio = () => tone({ pitch: 320, seconds: 30 })
  await addTracks(
    keeper,
    titles.map((title) => ({ title, artist: 'Ledger lines', audio: audio() })),
  )
  const { items } = await keeper.tracks.list.query({ q: 'Ledger lines' })
  for (const { id, title } of items) ids.set(title, id)
}, 60_000)

afterAll(closeBrowser)

/** A listener who heard all four, the first to its end and from a playlist, and their history. */
async function openHistory(route = '/history', dayOffset = 0) {
  const account = await newListener()
  const segue = apiOf(account)
  const { id } = await segue.playlists.create.mutate({ name: 'Ledger evenings' })
  for (const [index, title] of titles.entries()) {
    const source = index === 0 ? ({ kind: 'playlist', id } as const) : undefined
    const { playId } = await segue.stream.start.mutate({ trackId: ids.get(title) ?? '', source })
    if (index > 0) continue
    await segue.stream.report.mutate({ playId, positionMs: 0, listenedMs: 30_000, ended: true })
  }
  const { page } = await openPage('/sign-in', { as: account })
  const today = Date.now() + dayOffset * 86_400_000
  await page.clock.setFixedTime(today)
  await page.goto(route)
  return { account, page, player: new Player(page), today: new Date(today) }
}

const kept = async (account: Account) =>
  (await apiOf(account).history.list.query({})).items.map(({ track }) => track.title).toReversed()

const newestFirst = titles.toReversed()
const dayAfter = (date: Date) => new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10)

it('shows what was heard by days, from where and how much, and finds in it', async () => {
  const { page, player, today } = await openHistory('/history', 1)
  await page.getByRole('heading', { name: 'Yesterday', level: 2 }).waitFor()
  await expect.poll(() => player.titles(), patience).toEqual(newestFirst)
  const first = player.row('Ledger alpha')
  await first.getByRole('link', { name: 'Ledger evenings' }).waitFor()
  await first.getByText('0:30 / 0:30').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByLabel('Heard to the end').check()
  await expect.poll(() => player.titles(), patience).toEqual(['Ledger alpha'])
  await page.getByLabel('Heard to the end').uncheck()
  await page.getByRole('searchbox', { name: 'Search the history' }).fill('bravo')
  await expect.poll(() => player.titles(), patience).toEqual(['Ledger bravo'])
  await page.reload()
  await expect.poll(() => player.titles(), patience).toEqual(['Ledger bravo'])
  await page.getByLabel('From').fill(dayAfter(today))
  await page.getByText('Nothing of that was played').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).first().click()
  await expect.poll(() => player.titles(), patience).toEqual(newestFirst)
  expect(new URL(page.url()).search).toBe('')
})

it('takes plays out, one or many, and puts them back while that is offered', async () => {
  const { account, page, player } = await openHistory()
  await page.getByRole('heading', { name: 'Today', level: 2 }).waitFor()
  await player.choose('Ledger bravo', 'Remove from history')
  const less = newestFirst.filter((title) => title !== 'Ledger bravo')
  await expect.poll(() => player.titles(), patience).toEqual(less)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => player.titles(), patience).toEqual(newestFirst)
  expect(await kept(account)).toEqual(titles)

  const choose = async (title: string) =>
    player.row(title).getByRole('checkbox', { name: `Select ${title}` })
  await (await choose('Ledger delta')).check()
  await (await choose('Ledger bravo')).click({ modifiers: ['Shift'] })
  const chosen = page.getByRole('region', { name: '3 selected' })
  expect(await violations(page)).toEqual([])
  await chosen.getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => player.titles(), patience).toEqual(['Ledger alpha'])
  // The page that closes tells the server of what it held back.
  await page.goto('/queue')
  await expect.poll(() => kept(account), patience).toEqual(['Ledger alpha'])
  await leaveByToast(page, player, account)
})

/** What is taken out is gone on the server too once the offer to take it back is closed. */
async function leaveByToast(page: Page, player: Player, account: Account) {
  await page.goto('/history')
  await player.choose('Ledger alpha', 'Remove from history')
  await page.getByText('Nothing played yet').waitFor()
  await page
    .getByRole('region', { name: 'Notifications' })
    .getByRole('button', { name: 'Close', includeHidden: true })
    .click()
  await expect.poll(() => kept(account), patience).toEqual([])
}
