import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { violations } from './accessibility.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { hear } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { entriesOf, keepEntries } from './page-entries.ts'
import { Player } from './pages/player.ts'

const artist = 'Porch Light'
const album = 'First Things'

beforeAll(async () => {
  const tracks = ['Kettle', 'Doorstep'].map((title, index) => ({
    title: `${title} at home`,
    artist,
    album,
    trackNumber: index + 1,
    audio: tone({ pitch: 400, seconds: 30 }),
  }))
  await addTracks(apiOf(admin), tracks)
}, 60_000)

afterAll(closeBrowser)

it.each([
  ['en-US', 'Play'],
  ['ko-KR', '재생'],
])(
  'plays by the first control of that name, also for who never heard a thing: %s',
  async (locale, name) => {
    const { page } = await openPage('/', { as: await newListener(), locale })
    await page.getByRole('button', { name, exact: true }).first().click()
    await expect
      .poll(() => page.evaluate(() => navigator.mediaSession.playbackState), patience)
      .toBe('playing')
    await expect.poll(async () => (await hear(page)).loudness, patience).toBeGreaterThan(0)
    // What is played after the mix comes in its own order.
    const shuffle = page.getByRole('button', { name: /^(Shuffle|셔플)$/ })
    expect(await shuffle.getAttribute('aria-pressed')).toBe('false')
  },
)

it('shows a listener what they heard, and goes on with the queue they left', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  const { items } = await segue.tracks.list.query({ q: 'at home', sort: 'album' })
  const [kettle] = items
  const source = { kind: 'album', id: kettle?.album?.id } as const
  const { playId } = await segue.stream.start.mutate({ trackId: kettle?.id ?? '', source })
  await segue.stream.report.mutate({ playId, positionMs: 30_000, listenedMs: 30_000, ended: true })
  await segue.favorites.set.mutate({ trackId: kettle?.id ?? '', favorite: true })
  await segue.playlists.create.mutate({ name: 'Porch evenings' })

  const { page } = await openPage('/', { as: account })
  const player = new Player(page)
  const section = (name: string) => page.getByRole('region', { name, exact: true })
  await section('Recently played').getByRole('link', { name: album }).waitFor()
  await section('Your most played').getByText('1 play').waitFor()
  await section('Favourites').getByRole('link', { name: 'Kettle at home' }).waitFor()
  await section('Playlists').getByRole('link', { name: 'Porch evenings' }).waitFor()
  expect(await violations(page)).toEqual([])

  await section('Recently played')
    .getByRole('button', { name: `Play ${album}` })
    .click()
  await player.button('Pause').waitFor()
  await player.bar.getByText('Kettle at home').first().waitFor()
  await player.button('Pause').click()
  const goOn = section('Continue listening')
  await goOn.getByText('Kettle at home').waitFor()
  await page.reload()
  await goOn.getByText('Kettle at home').waitFor()
  await page.getByRole('button', { name: 'Play', exact: true }).first().click()
  await player.button('Pause').waitFor()
  expect(await goOn.getByRole('button', { name: 'Pause Kettle at home' }).count()).toBe(1)
})

it('moves nothing on the page while its sections arrive', async () => {
  const { page } = await openPage('/', { as: await newListener(), colorScheme: 'dark' })
  await page.addInitScript(keepEntries)
  const arrival = Promise.withResolvers<void>()
  await page.route(/\/trpc\/.*albums\.list/, async (route) => {
    await arrival.promise
    await route.continue()
  })
  await page.reload()
  await page.getByRole('status', { name: 'Loading your music' }).waitFor()
  arrival.resolve()
  await page.getByRole('region', { name: 'Recently added' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect((await entriesOf(page)).cls).toBeLessThan(0.02)
  expect(await violations(page)).toEqual([])
})
