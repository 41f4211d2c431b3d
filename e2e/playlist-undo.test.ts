import { afterAll, beforeAll, expect, it } from 'vitest'

import { violations } from './accessibility.ts'
import { type Account, apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, entriesOf, tone } from './library.ts'
import { Player } from './pages/player.ts'
import { PlaylistPage } from './pages/playlist.ts'

const titles = ['one', 'two', 'three', 'four'].map((word) => `Undone ${word}`)
let trackIds: string[]

beforeAll(async () => {
  const keeper = apiOf(admin)
  await addTracks(
    keeper,
    titles.map((title) => ({ title, audio: tone({ pitch: 333, seconds: 2 }) })),
  )
  const { items } = await keeper.tracks.list.query({ q: 'Undone' })
  trackIds = titles.map((title) => items.find((track) => track.title === title)?.id ?? '')
}, 60_000)

afterAll(closeBrowser)

async function newPlaylist(account: Account, name: string) {
  const segue = apiOf(account)
  const { id } = await segue.playlists.create.mutate({ name, isPublic: true })
  await segue.playlists.add.mutate({ id, trackIds })
  return { segue, id, route: `/playlists/${id}` }
}

it('puts an entry back where it was, and takes back what was just added', async () => {
  const account = await newListener()
  const { segue, id, route } = await newPlaylist(account, 'With regrets')
  const before = await entriesOf(segue, id)
  const { page } = await openPage(route, { as: account })
  const player = new Player(page)
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await player.choose('Undone two', 'Remove from playlist')
  await player.row('Undone two').waitFor({ state: 'detached' })
  await page.getByText('3 tracks').first().waitFor()
  await undo.click()
  await expect.poll(() => player.titles(), patience).toEqual(titles)
  await page.getByText('4 tracks').first().waitFor()
  await expect.poll(() => entriesOf(segue, id), patience).toEqual(before)

  await player.choose('Undone one', 'Add to playlist')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^With regrets/ })
    .click()
  await page.getByRole('button', { name: 'Add anyway' }).click()
  await expect.poll(() => player.titles(), patience).toEqual([...titles, 'Undone one'])
  await undo.click()
  await expect.poll(() => player.titles(), patience).toEqual(titles)
})

it('brings a deleted playlist back with its link, and leaves it deleted when the page closes, to be brought back later', async () => {
  const account = await newListener()
  const { segue, id, route } = await newPlaylist(account, 'Gone too soon')
  const before = await segue.playlists.byId.query({ id })
  const { page } = await openPage(route, { as: account })
  const player = new Player(page)
  const list = new PlaylistPage(page)
  await list.choose('Gone too soon', 'Delete')
  await page.getByText('No playlists yet').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: /Gone too soon/ })
    .click()
  await expect.poll(() => player.titles(), patience).toEqual(titles)
  expect(await segue.playlists.byId.query({ id })).toEqual(before)

  await list.choose('Gone too soon', 'Delete')
  await page.close()
  const own = async () => (await segue.playlists.list.query({})).items
  await expect.poll(own, patience).toEqual([])

  const { page: later } = await openPage('/playlists', { as: account, colorScheme: 'dark' })
  await later.getByRole('link', { name: 'Recently deleted' }).click()
  await new Player(later).heading('Recently deleted').waitFor()
  await later.getByText('30 days left').waitFor()
  expect(await violations(later)).toEqual([])
  await later.getByRole('button', { name: 'Restore Gone too soon' }).click()
  await later.getByText('Nothing deleted').waitFor()
  expect(await own()).toMatchObject([{ id, trackCount: 4 }])
})
