import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { violations } from './accessibility.ts'
import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Admin } from './pages/admin.ts'
import { Player } from './pages/player.ts'

beforeAll(async () => {
  const titles = ['Appearance alpha', 'Appearance bravo', 'Appearance with a long title '.repeat(8)]
  const tracks = titles.map((title) => ({ title, audio: tone({ pitch: 440, seconds: 60 }) }))
  await addTracks(apiOf(admin), tracks)
  const keeper = apiOf(admin)
  const [track] = (await keeper.tracks.list.query({ q: 'Appearance alpha' })).items
  if (!track) throw new Error('there is no track')
  await keeper.stream.start.mutate({ trackId: track.id })
  await keeper.favorites.set.mutate({ trackId: track.id, favorite: true })
  await keeper.playlists.create.mutate({ name: 'Appearance of a playlist' })
}, 60_000)

afterAll(closeBrowser)

const longGenre = 'A genre with a name that is rather long'

/** Addresses, and what is read there once the page shows what it has. */
const strangersPages = {
  '/sign-in': 'Welcome back',
  '/register': 'Create an account',
  '/admin/': 'Keep the library',
  '/no/such/page': 'There is no such page',
}
const listenersPages = {
  '/tracks?q=Appearance': 'Appearance with',
  '/history': 'Nothing played yet',
  '/queue': 'The queue is empty',
}
const adminsPages = {
  '/admin/?q=Appearance': 'Appearance with',
  '/admin/?state=removed&q=Appearance': 'Nothing matches',
  '/admin/upload': 'Drop audio files here',
  [`/admin/users?q=${admin.email}`]: admin.email,
  '/admin/favorites?q=Appearance': 'Appearance alpha',
  '/admin/history?q=Appearance&from=2020-01-01': 'Appearance alpha',
  '/admin/playlists?q=Appearance': 'Appearance of a playlist',
}

it.each(['light', 'dark'] as const)('can be used by everyone in %s', async (colorScheme) => {
  const problems: string[] = []
  const check = async (page: Page) => problems.push(...(await violations(page)))

  const { page: stranger } = await openPage('/sign-in', { colorScheme })
  for await (const _ of visitAll(stranger, strangersPages)) await check(stranger)
  expect(await isDark(stranger)).toBe(colorScheme === 'dark')

  const { page: listener } = await openPage('/tracks?q=Appearance&sort=title', {
    colorScheme,
    as: await newListener(),
  })
  const player = new Player(listener)
  await player.play('Appearance bravo')
  await player.button('Pause').waitFor()
  await check(listener)
  for (const name of ['History', 'Queue'] as const) {
    await player.goTo(name)
    await player.row('Appearance bravo').waitFor()
    await check(listener)
  }

  const { page: keeper } = await openPage('/admin/', { colorScheme, as: admin })
  for await (const _ of visitAll(keeper, adminsPages)) await check(keeper)
  expect(problems).toEqual([])
})

it.each(['light', 'dark'] as const)(
  'can be used by every administrator in %s, windows and pickers too',
  async (colorScheme) => {
    const problems: string[] = []
    const { page } = await openPage('/admin/?q=Appearance', { colorScheme, as: admin })
    const app = new Admin(page)
    const check = async () => problems.push(...(await violations(page)))
    await app.chooseFor('Appearance alpha', 'Edit')
    await app.dialog.getByLabel('Title').waitFor()
    await check()
    await app.confirm('Cancel')
    await app.box('Select all').check()
    await app.button('Remove').click()
    await check()
    await app.confirm('Cancel')
    await app.goTo('Users')
    await app.button('New user').click()
    await check()
    await app.confirm('Cancel')
    await page.goto(`/admin/users?q=${encodeURIComponent(admin.email)}`)
    await app.chooseFor(admin.email, 'Disable')
    await check()
    await app.confirm('Cancel')
    await app.goTo('History')
    await page.getByRole('combobox', { name: 'Listener' }).click()
    await page.getByRole('dialog', { name: 'Listener' }).getByRole('combobox').fill(admin.email)
    await page.getByRole('option', { name: admin.email }).waitFor()
    await check()
    expect(problems).toEqual([])
  },
)

it('fits a phone: nothing scrolls sideways at 390 pixels', async () => {
  const viewport = { width: 390, height: 844 }
  const { page: stranger } = await openPage('/sign-in', { viewport })
  const { page: listener } = await openPage('/tracks', { viewport, as: await newListener() })
  const { page: keeper } = await openPage('/admin/', { viewport, as: admin })
  const tooWide: string[] = []
  const visits: [Page, Record<string, string>][] = [
    [stranger, strangersPages],
    [listener, listenersPages],
    [keeper, adminsPages],
  ]
  for (const [page, pages] of visits)
    for await (const route of visitAll(page, pages)) {
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > viewport.width) tooWide.push(`${route}: ${width}`)
    }
  expect(tooWide).toEqual([])
})

it.each([768, 900, 1024])('fits a window of %i pixels with a filter set', async (width) => {
  const viewport = { width, height: 900 }
  const route = `/tracks?genre=${encodeURIComponent(longGenre)}&decade=1990`
  const { page } = await openPage(route, { viewport, as: await newListener() })
  await page.getByRole('combobox', { name: 'Genre' }).getByText(longGenre).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
})

/** Opens one page after the other, and yields its address once it shows what it has. */
async function* visitAll(page: Page, pages: Record<string, string>): AsyncGenerator<string> {
  for (const [route, text] of Object.entries(pages)) {
    await page.goto(route)
    await page.getByText(text).first().waitFor()
    yield route
  }
}

function isDark(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    if (!canvas) throw new Error('no canvas')
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
    return red + green + blue < 384
  })
}

it('shows how loud it is, and what is on, in the colours of the listener', async () => {
  const { page } = await openPage('/', { as: await newListener(), forcedColors: 'active' })
  const player = new Player(page)
  const looksOf = async (name: 'Mute' | 'Shuffle') => {
    const part = name === 'Mute' ? player.volume : player.button(name)
    await player.greeting.hover()
    return (await part.screenshot({ animations: 'disabled' })).toString('base64')
  }
  for (const name of ['Mute', 'Shuffle'] as const) {
    const before = await looksOf(name)
    await player.button(name).click()
    expect(await looksOf(name)).not.toBe(before)
  }
})
