import type { Request } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Account, apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'
import { PlaylistPage } from './pages/playlist.ts'

const words = ['alpha', 'bravo', 'charlie', 'delta']
const titles = words.map((word) => `Listed ${word}`)
let trackIds: string[]

beforeAll(async () => {
  const keeper = apiOf(admin)
  const tracks = titles.map((title) => ({ title, audio: tone({ pitch: 370, seconds: 20 }) }))
  await addTracks(keeper, tracks)
  const { items } = await keeper.tracks.list.query({ q: 'Listed', sort: 'title' })
  trackIds = items.map(({ id }) => id)
}, 60_000)

afterAll(closeBrowser)

/** A playlist of these tracks, in this order, made over the API. */
async function newPlaylist(account: Account, name: string): Promise<{ id: string; route: string }> {
  const segue = apiOf(account)
  const { id } = await segue.playlists.create.mutate({ name })
  await segue.playlists.add.mutate({ id, trackIds })
  return { id, route: `/playlists/${id}` }
}

it('makes a playlist, renames it, describes it and deletes it', async () => {
  const { page } = await openPage('/playlists', { as: await newListener() })
  const player = new Player(page)
  const list = new PlaylistPage(page)
  await page.getByText('No playlists yet').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'New playlist' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Harbour')
  await page.getByRole('button', { name: 'Create' }).click()
  await player.heading('Harbour').waitFor()

  await list.choose('Harbour', 'Edit')
  const form = page.getByRole('dialog', { name: 'Edit playlist' })
  await form.getByLabel('Name').fill('Harbour at night')
  await form.getByLabel('Description').fill('For the last ferry')
  await form.getByRole('button', { name: 'Save' }).click()
  await player.heading('Harbour at night').waitFor()
  await page.reload()
  await page.getByText('For the last ferry').waitFor()

  await list.choose('Harbour at night', 'Delete')
  await page.getByText('No playlists yet').waitFor()
  expect(new URL(page.url()).pathname).toBe('/playlists')
})

it('puts a track into a new playlist from its menu, and asks before it is in there twice', async () => {
  const account = await newListener()
  const { page } = await openPage('/tracks?q=Listed&sort=title', { as: account })
  const player = new Player(page)
  const dialog = page.getByRole('dialog', { name: 'Add to playlist' })
  await player.choose('Listed alpha', 'Add to playlist')
  await dialog.getByLabel('New playlist with this name').fill('On the way')
  await page.keyboard.press('Enter')
  await player.notification('Added to On the way').waitFor()

  for (const answer of ['Skip', 'Add anyway']) {
    await dialog.waitFor({ state: 'detached' })
    await player.choose('Listed alpha', 'Add to playlist')
    await dialog.getByRole('button', { name: /^On the way/ }).click()
    await dialog.getByText('Add it once more?').waitFor()
    await dialog.getByRole('button', { name: answer }).click()
  }
  await dialog.waitFor({ state: 'detached' })
  await player.goTo('Playlists')
  await page
    .getByRole('main')
    .getByRole('link', { name: /On the way/ })
    .click()
  await expect.poll(() => player.titles(), patience).toEqual(['Listed alpha', 'Listed alpha'])
})

it('keeps the queue as a playlist', async () => {
  const account = await newListener()
  const { page } = await openPage('/tracks?q=Listed&sort=title', { as: account })
  const player = new Player(page)
  await player.play('Listed bravo')
  await player.goTo('Queue')
  await page.getByRole('button', { name: 'Save as playlist' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add to playlist' })
  await dialog.getByLabel('New playlist with this name').fill('What was queued')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await player.notification('Added to What was queued').waitFor()
  await player.goTo('Playlists')
  await page
    .getByRole('main')
    .getByRole('link', { name: /What was queued/ })
    .click()
  await player.heading('What was queued').waitFor()
  await expect.poll(() => player.titles(), patience).toEqual(titles)
})

it('moves entries by pointer, by keyboard and by menu, and keeps the order over a reload', async () => {
  const account = await newListener()
  const { route } = await newPlaylist(account, 'In order')
  const { page } = await openPage(route, { as: account })
  const player = new Player(page)
  const list = new PlaylistPage(page)
  const order = () => player.titles().then((all) => all.map((title) => title.split(' ')[1]))
  await expect.poll(order, patience).toEqual(['alpha', 'bravo', 'charlie', 'delta'])

  await list.drag('Listed alpha', 'Listed charlie')
  await expect.poll(order, patience).toEqual(['bravo', 'charlie', 'alpha', 'delta'])

  const handle = list.handle('Listed delta')
  await handle.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.getByText('Place 2 of 4.').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Put down at place 2 of 4.').waitFor()
  await expect.poll(order, patience).toEqual(['bravo', 'delta', 'charlie', 'alpha'])
  expect(await handle.evaluate((it) => it === document.activeElement)).toBe(true)

  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Escape')
  await page.getByText('Put back where it was.').waitFor()

  await player.choose('Listed alpha', 'Move up')
  await expect.poll(order, patience).toEqual(['bravo', 'delta', 'alpha', 'charlie'])
  await page.reload()
  await expect.poll(order, patience).toEqual(['bravo', 'delta', 'alpha', 'charlie'])
})

it('moves an entry by touch on a phone, where the page stays in place', async () => {
  const account = await newListener()
  const { route } = await newPlaylist(account, 'At hand')
  const viewport = { width: 390, height: 844 }
  const { page } = await openPage(route, { as: account, viewport, hasTouch: true, isMobile: true })
  const player = new Player(page)
  await player.row('Listed charlie').waitFor()
  await new PlaylistPage(page).dragByTouch('Listed alpha', 'Listed charlie')
  const [alpha = '', bravo = '', charlie = '', ...rest] = titles
  await expect.poll(() => player.titles(), patience).toEqual([bravo, charlie, alpha, ...rest])
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
})

it('keeps a move when an answer that was asked for before comes in after it', async () => {
  const account = await newListener()
  const { route } = await newPlaylist(account, 'Moved early')
  const { page } = await openPage(route, { as: account })
  const player = new Player(page)
  await player.row('Listed delta').waitFor()
  await player.goTo('Playlists')
  const asked = Promise.withResolvers<Request>()
  const toldLater = Promise.withResolvers<void>()
  await page.route(
    /playlists\.tracks/,
    async (route) => {
      const response = await route.fetch()
      asked.resolve(route.request())
      await toldLater.promise
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Moved early/ })
    .click()
  const request = await asked.promise
  const moved = page.waitForResponse(/playlists\.move/)
  await player.choose('Listed alpha', 'Move down')
  await moved
  const late = page.waitForEvent('requestfinished', (finished) => finished === request)
  toldLater.resolve()
  await late
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  const [alpha = '', bravo = '', ...rest] = titles
  expect(await player.titles()).toEqual([bravo, alpha, ...rest])
})

it('takes an entry out, and passes over a removed track, which keeps its place', async () => {
  const account = await newListener()
  const keeper = apiOf(admin)
  const title = `Listed and removed ${crypto.randomUUID()}`
  await addTracks(keeper, [{ title, audio: tone({ pitch: 410, seconds: 20 }) }])
  const { items } = await keeper.tracks.list.query({ q: title })
  const ids = items.map(({ id }) => id)
  const { id, route } = await newPlaylist(account, 'With a gap')
  await apiOf(account).playlists.add.mutate({ id, trackIds: ids })
  await apiOf(account).playlists.add.mutate({ id, trackIds: trackIds.slice(0, 1) })
  await keeper.tracks.remove.mutate({ ids })

  const { page } = await openPage(route, { as: account })
  const player = new Player(page)
  await player.row(title).getByText('No longer available').waitFor()
  await player.choose('Listed charlie', 'Remove from playlist')
  await player.row('Listed charlie').waitFor({ state: 'detached' })
  await page.reload()
  await player.row(title).waitFor()
  expect(await player.titles()).toEqual([
    'Listed alpha',
    'Listed bravo',
    'Listed delta',
    title,
    'Listed alpha',
  ])
  await player.play('Listed delta')
  await player.button('Pause').waitFor()
  await player.button('Next').click()
  await player.bar.getByText('Listed alpha').first().waitFor()
  const { items: plays } = await apiOf(account).history.list.query({})
  expect(plays.map(({ track }) => track.title)).toEqual(['Listed alpha', 'Listed delta'])
  const { history } = await apiOf(account).me.exportData.query()
  expect(history.map(({ source }) => source)).toEqual([
    { kind: 'playlist', id },
    { kind: 'playlist', id },
  ])
})
