import { readFile } from 'node:fs/promises'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { violations } from './accessibility.ts'
import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'
import { PlaylistPage } from './pages/playlist.ts'

const artist = `Filed ${crypto.randomUUID()}`
const titles = ['Harbour', 'Lighthouse', '밤편지']

beforeAll(async () => {
  const audio = () => tone({ pitch: 311, seconds: 2 })
  await addTracks(
    apiOf(admin),
    titles.map((title) => ({ title, artist, album: 'Papers', audio: audio() })),
  )
}, 60_000)

afterAll(closeBrowser)

async function importFiles(page: Page, ...files: { name: string; text: string }[]) {
  const chosen = files.map(({ name, text }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  }))
  await page.locator('input[type=file]').setInputFiles(chosen)
  return page.getByRole('dialog', { name: 'Import playlists' })
}

it('makes a playlist of an M3U, lists what is missing, and takes one found by hand in its place', async () => {
  const { page } = await openPage('/playlists', { as: await newListener() })
  const player = new Player(page)
  await page.getByText('No playlists yet').waitFor()
  const dialog = await importFiles(
    page,
    {
      name: 'Old tape.m3u',
      text: `#EXTM3U\r\n#EXTINF:2,${artist} - Harbour\r\nC:\\Music\\1.mp3\r\n#EXTINF:9,Qwzxj Vkbnq - Xjkqz Zvwpf\r\nx.mp3\r\n${artist}/Papers/02 - Lighthouse.flac\r\n`,
    },
    { name: 'shopping.txt', text: 'milk\nbread' },
  )
  await dialog.getByText('2 of 3 tracks found').waitFor()
  await dialog.getByText('This isn’t a playlist Segue can read').waitFor()
  const missing = dialog.getByRole('list', { name: 'Not in the library (1)' })
  await missing.getByText('Qwzxj Vkbnq - Xjkqz Zvwpf').waitFor()
  expect(await violations(page)).toEqual([])
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save as text' }).click()
  const download = await saving
  expect(await readFile(await download.path(), 'utf8')).toBe('Qwzxj Vkbnq - Xjkqz Zvwpf\n')

  await missing.getByRole('button', { name: 'Search for Qwzxj Vkbnq - Xjkqz Zvwpf' }).click()
  await missing.getByLabel('Title, artist or album').fill(`밤편지 ${artist}`)
  await page.keyboard.press('Enter')
  await missing.getByRole('button', { name: /^밤편지/ }).click()
  await dialog.getByText('3 of 3 tracks found').waitFor()
  await dialog.getByRole('link', { name: 'Old tape' }).click()
  await player.heading('Old tape').waitFor()
  await expect.poll(() => player.titles(), patience).toEqual(['Harbour', '밤편지', 'Lighthouse'])
})

it('saves a playlist as M3U8 and JSON, and makes the same ones of these files', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  const { items } = await segue.tracks.list.query({ q: artist, sort: 'title' })
  const trackIds = [...items, ...items].toReversed().map(({ id }) => id)
  const { id } = await segue.playlists.create.mutate({ name: 'Round: “trip” / 여행' })
  await segue.playlists.add.mutate({ id, trackIds })
  const { page } = await openPage(`/playlists/${id}`, { as: account })
  const player = new Player(page)
  const files = []
  for (const format of ['M3U8', 'JSON'] as const) {
    const saving = page.waitForEvent('download')
    await new PlaylistPage(page).choose('Round: “trip” / 여행', `Save as ${format}`)
    const download = await saving
    expect(download.suggestedFilename()).toMatch(/^Round_ .* 여행\.(m3u8|json)$/)
    const name = download.suggestedFilename()
    files.push({ name, text: await readFile(await download.path(), 'utf8') })
  }
  await player.goTo('Playlists')
  const dialog = await importFiles(page, ...files)
  await expect.poll(() => dialog.getByText('6 of 6 tracks found').count(), patience).toBe(2)
  const playlists = (await segue.playlists.list.query({})).items
  expect(playlists.map(({ name }) => name)).toEqual(playlists.map(() => 'Round: “trip” / 여행'))
  for (const playlist of playlists) {
    const entries = await segue.playlists.tracks.query({ id: playlist.id })
    expect(entries.items.map(({ track }) => track.id)).toEqual(trackIds)
  }
  expect(playlists).toHaveLength(3)
})
