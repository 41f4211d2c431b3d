import { afterAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

afterAll(closeBrowser)

it('puts a track that is dragged onto a playlist of the navigation into it, and asks the second time', async () => {
  const listener = await newListener()
  const api = apiOf(listener)
  const [playlist] = await Promise.all([
    api.playlists.create.mutate({ name: 'Dragged here' }),
    addTracks(apiOf(admin), [
      { title: 'Dragged along', artist: 'Movers', audio: tone({ pitch: 350, seconds: 1 }) },
    ]),
  ])
  const { page } = await openPage('/tracks?q=Dragged+along', { as: listener })
  const player = new Player(page)
  const target = page.getByRole('link', { name: 'Dragged here' })
  const held = async () => (await api.playlists.tracks.query({ id: playlist.id })).items.length
  const drag = () => player.row('Dragged along').getByText('Dragged along').dragTo(target)

  await drag()
  await player.notification('Added to Dragged here').waitFor()
  expect(await held()).toBe(1)
  await drag()
  await page.getByRole('dialog').getByRole('button', { name: 'Add anyway' }).click()
  await expect.poll(held, patience).toBe(2)
  await page.getByRole('dialog', { name: /playlist/ }).waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname).toBe('/tracks')
})
