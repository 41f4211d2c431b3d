import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTrack, tone } from './library.ts'
import { Admin } from './pages/admin.ts'
import { Player } from './pages/player.ts'

const keeper = apiOf(admin)

afterAll(closeBrowser)

const hostile = '<img src=x onerror="document.title=1">'

it('edits a track with its cover, and the player shows it', async () => {
  const { id } = await addTrack(keeper, { title: 'Unedited', ...shortTone(), artist: 'Editors' })
  const { page } = await openPage('/admin/?q=Unedited', { as: admin })
  const app = new Admin(page)
  await app.chooseFor('Unedited', 'Edit')
  await app.dialog.getByLabel('Title').fill(hostile)
  await app.dialog.getByLabel('Genre').fill('Edited genre')
  await app.dialog.getByLabel('Year').fill('1987')
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 400 } })
  await app.dialog
    .getByLabel('Cover image')
    .setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer })
  await app.confirm('Save')
  await app.notification(`${hostile} saved`).waitFor()
  const track = await keeper.tracks.byId.query({ id })
  expect(track).toMatchObject({ title: hostile, genre: 'Edited genre', year: 1987 })
  expect(track.artist.name).toBe('Editors')
  expect(track.coverUrl).not.toBeNull()

  const { page: theirs } = await openPage('/tracks?q=Editors', { as: await newListener() })
  await new Player(theirs).row(hostile).locator('img').waitFor()
})

it('removes tracks, takes it back, and restores them from among the removed ones', async () => {
  const titles = ['Going alpha', 'Going bravo', 'Going charlie']
  for (const title of titles) await addTrack(keeper, { title, ...shortTone(), artist: 'Goers' })
  const listener = apiOf(await newListener())
  const found = async () => (await listener.tracks.list.query({ q: 'Goers' })).items.length
  const { page } = await openPage('/admin/?q=Goers&sort=title', { as: admin })
  const app = new Admin(page)
  await app.box('Select Going alpha by Goers').check()
  await app.box('Select Going charlie by Goers').click({ modifiers: ['Shift'] })
  await app.button('Clear selection').press('Enter')
  expect(await app.hasFocus(app.box('Select all'))).toBe(true)
  await app.box('Select all').check()
  await page.getByRole('region', { name: '3 selected' }).getByText('Remove').click()
  await app.confirm('Remove')
  await app.notification('3 tracks removed').waitFor()
  await page.getByText('Nothing matches').waitFor()
  expect(await found()).toBe(0)
  await app.button('Undo').click()
  await app.row('Going alpha').waitFor()
  expect(await found()).toBe(3)

  await app.chooseFor('Going bravo', 'Remove')
  await app.confirm('Remove')
  await expect.poll(() => app.hasFocus(app.heading('Tracks')), patience).toBe(true)
  await app.select('State', 'Removed')
  await app.row('Going bravo').waitFor()
  expect(new URL(page.url()).searchParams.get('state')).toBe('removed')
  await app.chooseFor('Going bravo', 'Restore')
  await page.getByText('Nothing matches').waitFor()
  expect(await app.hasFocus(app.heading('Tracks'))).toBe(true)
  expect(await found()).toBe(3)
})

it('finds favourites by listener and by track, and removes many at once', async () => {
  const [one, two] = [await newListener(), await newListener()]
  const title = 'Marked by many'
  const { id: trackId } = await addTrack(keeper, { title, ...shortTone() })
  const other = await addTrack(keeper, { title: 'Marked by one', ...shortTone() })
  for (const account of [one, two])
    await apiOf(account).favorites.set.mutate({ trackId, favorite: true })
  await apiOf(one).favorites.set.mutate({ trackId: other.id, favorite: true })

  const { page } = await openPage(`/admin/?q=${title}`, { as: admin })
  const app = new Admin(page)
  await app.chooseFor(title, 'Its favourites')
  await app.heading('Favourites').waitFor()
  await page.getByText('2 in all').waitFor()
  await app.pick('Listener', one.email)
  await page.getByText('1 in all').waitFor()
  await page.reload()
  await page.getByText('1 in all').waitFor()
  await page.getByRole('combobox', { name: 'Listener: Listener' }).waitFor()
  await page.getByRole('combobox', { name: `Track: ${title}` }).waitFor()
  await app.button('Clear the track').press('Enter')
  expect(await app.hasFocus(page.getByRole('combobox', { name: 'Track' }))).toBe(true)
  await app.row('Marked by one').waitFor()
  await app.box('Select all').check()
  await app.button('Remove').click()
  await app.confirm('Remove')
  await app.notification('2 favourites removed').waitFor()
  await page.getByText('Nothing matches').waitFor()
  expect((await apiOf(one).favorites.list.query({})).items).toEqual([])
  expect((await apiOf(two).favorites.list.query({})).items).toHaveLength(1)
})

it('finds plays by day, loads them as one scrolls, and removes all that were loaded', async () => {
  const account = await newListener()
  const listener = apiOf(account)
  const { id: trackId } = await addTrack(keeper, { title: 'Played often', ...shortTone() })
  for (let play = 0; play < 60; play++) await listener.stream.start.mutate({ trackId })
  const { page } = await openPage('/admin/history', { as: admin })
  const app = new Admin(page)
  await app.pick('Listener', account.email)
  await page.getByText('50 loaded, more below').waitFor()
  await page.getByLabel('From').fill('2100-01-01')
  await page.getByText('Nothing matches').waitFor()
  await app.button('Clear filters').press('Enter')
  expect(await app.hasFocus(app.heading('Play history'))).toBe(true)
  await app.pick('Listener', account.email)
  // As one types: the whole day has to get through, not a year of one digit.
  await page.getByLabel('From').pressSequentially('01022020')
  await page.waitForURL(/from=2020-01-02/)
  await page.getByText('50 loaded, more below').waitFor()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.getByText('60 in all').waitFor()
  await app.box('Select all').check()
  await app.button('Remove').click()
  await app.dialog.getByText('Remove 60 plays?').waitFor()
  await app.confirm('Remove')
  await page.getByText('Nothing matches').waitFor()
  expect((await listener.history.list.query({})).items).toEqual([])
})

it('edits a playlist, opens its public page, and removes it', async () => {
  const owner = apiOf(await newListener())
  const { id } = await owner.playlists.create.mutate({ name: hostile, description: hostile })
  const { page, context } = await openPage('/admin/playlists', { as: admin })
  const app = new Admin(page)
  await app.search('onerror')
  await app.chooseFor(hostile, 'Edit')
  await app.dialog.getByLabel('Name').fill('Tidied')
  await app.dialog.getByLabel('Description').fill('')
  await app.box('Anyone with the link can open it').check()
  await app.confirm('Save')
  const playlist = await owner.playlists.byId.query({ id })
  expect(playlist).toMatchObject({ name: 'Tidied', description: null, isPublic: true })

  await app.search('Tidied')
  const opened = context.waitForEvent('page')
  await app.chooseFor('Tidied', 'Open the public page')
  const shared: Page = await opened
  expect(new URL(shared.url()).pathname).toBe(`/p/${playlist.slug}`)
  await shared.close()

  await app.chooseFor('Tidied', 'Remove')
  await app.confirm('Remove')
  await app.notification('1 playlist removed').waitFor()
  await expect(owner.playlists.byId.query({ id })).rejects.toThrow('not_found')
})

function shortTone() {
  return { audio: tone({ pitch: 330, seconds: 2 }) }
}
