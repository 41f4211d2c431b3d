import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

const titles = ['bravo', 'delta'].map((word) => `Shared ${word}`)
let trackIds: string[]

beforeAll(async () => {
  const keeper = apiOf(admin)
  await addTracks(
    keeper,
    titles.map((title) => ({ title, audio: tone({ pitch: 352, seconds: 20 }) })),
  )
  const { items } = await keeper.tracks.list.query({ q: 'Shared', sort: 'title' })
  trackIds = items.filter(({ title }) => titles.includes(title)).map(({ id }) => id)
}, 60_000)

afterAll(closeBrowser)

it('shows a shared playlist to anyone with the link, to be played after a sign-in, until it is private', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  const { id } = await segue.playlists.create.mutate({ name: 'For everyone' })
  await segue.playlists.add.mutate({ id, trackIds })
  const { page: owner, context } = await openPage(`/playlists/${id}`, { as: account })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await owner.getByRole('button', { name: 'Share', exact: true }).click()
  const isPublic = owner.getByRole('switch', { name: 'Public' })
  await isPublic.click()
  const link = await owner.getByLabel('Link', { exact: true }).inputValue()
  await owner.getByRole('button', { name: 'Copy link' }).click()
  const copied = () => owner.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied, patience).toBe(link)

  const { page } = await openPage(link)
  const player = new Player(page)
  await player.heading('For everyone').waitFor()
  await page.getByText('by Listener').waitFor()
  await player.row('Shared delta').waitFor()
  expect(await page.getByRole('button', { name: /^Play/ }).count()).toBe(0)
  await page.getByRole('link', { name: 'Sign in to play' }).click()
  await player.signIn(await newListener())
  await player.play('Shared bravo')
  await player.button('Pause').waitFor()
  expect(page.url()).toBe(link)
  expect(await page.getByRole('button', { name: /^Move / }).count()).toBe(0)

  const field = owner.getByLabel('Link', { exact: true })
  await owner.getByRole('button', { name: 'Replace link' }).click()
  await expect.poll(() => field.inputValue(), patience).not.toBe(link)
  const next = await field.inputValue()
  await page.goto(link)
  await page.getByText('There is no such playlist').waitFor()
  await page.goto(next)
  await player.heading('For everyone').waitFor()
  await isPublic.click()
  await field.waitFor({ state: 'detached' })
  await page.goto(next)
  await page.getByText('There is no such playlist').waitFor()
})
