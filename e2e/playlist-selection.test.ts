import { afterAll, beforeAll, expect, it } from 'vitest'

import { violations } from './accessibility.ts'
import { type Account, apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, entriesOf, tone } from './library.ts'
import { Player } from './pages/player.ts'
import { PlaylistPage } from './pages/playlist.ts'

const words = ['ant', 'bee', 'cat', 'dog', 'eel']
const titles = words.map((word) => `Chosen ${word}`)
let trackIds: string[]

beforeAll(async () => {
  const keeper = apiOf(admin)
  await addTracks(
    keeper,
    titles.map((title) => ({ title, audio: tone({ pitch: 345, seconds: 2 }) })),
  )
  const { items } = await keeper.tracks.list.query({ q: 'Chosen', sort: 'title' })
  trackIds = items.map(({ id }) => id)
}, 60_000)

afterAll(closeBrowser)

async function openPlaylist(account: Account, ids: string[]) {
  const segue = apiOf(account)
  const { id } = await segue.playlists.create.mutate({ name: 'Menagerie' })
  await segue.playlists.add.mutate({ id, trackIds: ids })
  const { page } = await openPage(`/playlists/${id}`, { as: account })
  const player = new Player(page)
  const order = () => player.titles().then((all) => all.map((title) => title.split(' ')[1]))
  const kept = async () =>
    (await segue.playlists.tracks.query({ id })).items.map(({ track }) => track.title.slice(7))
  const select = (word: string) =>
    page.getByRole('checkbox', { name: `Select Chosen ${word}` }).click()
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  return { segue, id, page, player, order, kept, select, undo }
}

it('moves chosen entries together by a button, by pointer and by keyboard', async () => {
  const { page, order, kept, select } = await openPlaylist(await newListener(), trackIds)
  const list = new PlaylistPage(page)
  await expect.poll(order, patience).toEqual(words)
  await select('bee')
  await select('dog')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Move to the top' }).click()
  await expect.poll(order, patience).toEqual(['bee', 'dog', 'ant', 'cat', 'eel'])

  await list.drag('Chosen bee', 'Chosen cat')
  await expect.poll(order, patience).toEqual(['ant', 'cat', 'bee', 'dog', 'eel'])

  await list.handle('Chosen dog').focus()
  for (const key of ['Space', 'Home', 'Space']) await page.keyboard.press(key)
  await expect.poll(order, patience).toEqual(['bee', 'dog', 'ant', 'cat', 'eel'])
  await page.getByRole('button', { name: 'Move to the end' }).click()
  await expect.poll(order, patience).toEqual(['ant', 'cat', 'eel', 'bee', 'dog'])
  await expect.poll(kept, patience).toEqual(['ant', 'cat', 'eel', 'bee', 'dog'])
})

it('moves chosen entries to another playlist, removes them, and undoes either', async () => {
  const account = await newListener()
  const { segue, id, page, order, kept, select, undo } = await openPlaylist(account, trackIds)
  await apiOf(account).playlists.create.mutate({ name: 'Elsewhere' })
  await select('ant')
  await select('cat')
  await page.getByRole('button', { name: 'Move to playlist…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move to playlist' })
  await dialog.getByRole('button', { name: /^Elsewhere/ }).click()
  await expect.poll(order, patience).toEqual(['bee', 'dog', 'eel'])
  const counts = async () =>
    (await segue.playlists.list.query({})).items.map(({ trackCount }) => trackCount)
  await expect.poll(counts, patience).toEqual([2, 3])
  await undo.click()
  await expect.poll(order, patience).toEqual(words)
  await expect.poll(counts, patience).toEqual([0, 5])

  const before = await entriesOf(segue, id)
  await select('dog')
  await page.getByRole('region', { name: '3 selected' }).waitFor()
  await page.keyboard.press('Delete')
  await new Player(page).notification('3 tracks removed from the playlist').waitFor()
  await expect.poll(kept, patience).toEqual(['bee', 'eel'])
  await undo.click()
  await expect.poll(order, patience).toEqual(words)
  await expect.poll(() => entriesOf(segue, id), patience).toEqual(before)
})

it('moves an entry behind all others, those too that have not come yet', async () => {
  const many = Array.from({ length: 230 }, (_, index) => trackIds[1 + (index % 4)] ?? '')
  const account = await newListener()
  const { segue, id, player, page } = await openPlaylist(account, [trackIds[0] ?? '', ...many])
  await player.choose('Chosen ant', 'Move to the end')
  await player.row('Chosen ant').waitFor({ state: 'detached' })
  const last = async () => {
    let cursor: string | undefined
    for (;;) {
      const answer = await segue.playlists.tracks.query({ id, limit: 100, cursor })
      if (answer.nextCursor === null) return answer.items.at(-1)?.track.title
      cursor = answer.nextCursor
    }
  }
  await expect.poll(last, patience).toBe('Chosen ant')
  // Where the menu was, the wheel may turn the volume.
  await page.mouse.move(600, 300)
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 20_000)
      return player.row('Chosen ant').count()
    }, patience)
    .toBe(1)
})
