import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Account, apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, type PageOptions, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { countToggles, hear, pitchOf, position } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

/** In the order of the list; each is known by its pitch. */
const tracks = [
  { title: 'Playback alpha', pitch: 440, seconds: 60 },
  { title: 'Playback bravo', pitch: 660, seconds: 60 },
  { title: 'Playback charlie', pitch: 880, seconds: 3 },
  { title: 'Playback delta', pitch: 1100, seconds: 60 },
]

beforeAll(async () => {
  await addTracks(
    apiOf(admin),
    tracks.map(({ title, ...audio }, at) => ({
      title,
      artist: 'The Pitches',
      year: 2001 + at,
      genre: 'Playback',
      audio: tone(audio),
    })),
  )
}, 60_000)

afterAll(closeBrowser)

it('plays, stands still in silence while paused, and goes on', async () => {
  const { player, page } = await openList()
  await player.play('Playback alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  expect((await hear(page)).loudness).toBeGreaterThan(0.05)
  expect(await page.title()).toBe('Playback alpha · The Pitches')

  await player.button('Pause').click()
  await expect.poll(() => hear(page), patience).toEqual({ loudness: 0, pitch: 0 })
  const stood = await position(page)
  expect(await hear(page)).toEqual({ loudness: 0, pitch: 0 })
  expect(await position(page)).toBe(stood)

  await player.button('Play').click()
  await expect.poll(() => position(page), patience).toBeGreaterThan(stood + 0.5)
  expect(await pitchOf(page)).toBe(440)
})

it('takes a space for one toggle, also while a button has the focus', async () => {
  const { player, page } = await openList()
  await player.play('Playback alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  const toggles = await countToggles(page)

  await page.getByRole('heading', { name: 'Tracks' }).click()
  await page.keyboard.press('Space')
  await player.button('Play').waitFor()
  await expect.poll(toggles, patience).toEqual(['pause'])

  await player.button('Play').focus()
  await page.keyboard.press('Space')
  await player.button('Pause').waitFor()
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  expect(await toggles()).toEqual(['pause', 'play'])
})

it('seeks by keyboard and by pointer', async () => {
  const { player, page } = await openList()
  await player.play('Playback alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)

  await player.seek.focus()
  await page.keyboard.press('PageUp')
  await expect.poll(() => position(page), patience).toBeGreaterThan(15)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Home')
  await expect.poll(() => position(page), patience).toBeLessThan(10)

  await player.button('Pause').click()
  const from = await handleOf(player)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 200, from.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => position(page), patience).toBeGreaterThan(15)
  const moved = (await handleOf(player)).x - from.x
  expect(Math.abs(moved - 200)).toBeLessThan(10)
  await player.button('Play').click()
  await expect.poll(() => pitchOf(page), patience).toBe(440)
})

it('goes to the next track, to the start of this one, and to the one before', async () => {
  const { player, page } = await openList()
  await player.play('Playback alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await player.button('Next').click()
  await expect.poll(() => pitchOf(page), patience).toBe(660)

  await player.seek.focus()
  await page.keyboard.press('PageUp')
  await player.button('Previous').click()
  await expect.poll(() => position(page), patience).toBeLessThan(10)
  await expect.poll(() => pitchOf(page), patience).toBe(660)

  await player.button('Pause').click()
  await player.seek.focus()
  await page.keyboard.press('Home')
  await player.button('Previous').click()
  await expect.poll(() => pitchOf(page), patience).toBe(440)
})

it('goes on by itself at the end of a track', async () => {
  const listener = await newListener()
  const { player, page } = await openList('?q=Playback&sort=title', { as: listener })
  await player.play('Playback charlie')
  await expect.poll(() => pitchOf(page), patience).toBe(1100)
  expect(await page.title()).toBe('Playback delta · The Pitches')
  const api = apiOf(listener)
  const history = async () => {
    const { items } = await api.history.list.query({})
    return items.map(({ track, completed }) => [track.title, completed])
  }
  const heard = [
    ['Playback delta', false],
    ['Playback charlie', true],
  ]
  await expect.poll(history, patience).toEqual(heard)
})

it('is silent at volume zero', async () => {
  const { player, page } = await openList()
  await player.play('Playback bravo')
  await expect.poll(() => pitchOf(page), patience).toBe(660)
  await player.volume.focus()
  await page.keyboard.press('Home')
  await expect.poll(async () => (await hear(page)).loudness, patience).toBe(0)
  await page.keyboard.press('End')
  await expect.poll(async () => (await hear(page)).loudness, patience).toBeGreaterThan(0.1)
})

it('plays the queue in the order that it shows', async () => {
  const { player, page } = await openList('?q=Playback+alpha')
  await player.play('Playback alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await player.search.fill('Playback')
  await player.choose('Playback bravo', 'Add to queue')
  await player.choose('Playback charlie', 'Play next')
  await player.choose('Playback delta', 'Add to queue')

  await player.goTo('Queue')
  const order = ['Playback alpha', 'Playback charlie', 'Playback bravo', 'Playback delta']
  await expect.poll(() => queueOf(player), patience).toEqual(order)
  await player.choose('Playback charlie', 'Remove from queue')
  await expect.poll(() => queueOf(player), patience).toEqual(order.toSpliced(1, 1))
  expect(await pitchOf(page)).toBe(440)
  await player.button('Next').click()
  await expect.poll(() => pitchOf(page), patience).toBe(660)
  await player.choose('Playback bravo', 'Remove from queue')
  await expect.poll(() => pitchOf(page), patience).toBe(1100)
})

it('clears what is to come and lets the music play on', async () => {
  const { player, page } = await openList()
  await player.play('Playback alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await player.goTo('Queue')
  await page.getByRole('button', { name: 'Clear queue' }).click()
  await expect.poll(() => queueOf(player), patience).toEqual(['Playback alpha'])
  expect(await pitchOf(page)).toBe(440)
})

it('leaves the focus beside an entry that was taken out of the queue', async () => {
  const { player, page } = await openList()
  await player.play('Playback alpha')
  await player.goTo('Queue')
  const focused = () =>
    page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.tagName)
  await player.choose('Playback delta', 'Remove from queue')
  await expect.poll(focused, patience).toBe('More for Playback charlie')
  await player.choose('Playback alpha', 'Remove from queue')
  await expect.poll(focused, patience).toBe('More for Playback bravo')
})

it('says what plays next', async () => {
  const { player } = await openList()
  await player.choose('Playback alpha', 'Play next')
  const said = player.notification('Plays next: Playback alpha')
  await expect.poll(() => said.isVisible(), patience).toBe(true)
})

it('has a play in the history once, however often it was paused, moved and renewed', async () => {
  const listener = await newListener()
  const { player, page } = await openList('?q=Playback+alpha', {
    as: listener,
    expectedErrors: [/status of 403 .*\/s3\//],
  })
  let refusals = 1
  await page.route(/\/s3\//, (route) =>
    refusals-- > 0 ? route.fulfill({ status: 403 }) : route.continue(),
  )
  await player.play('Playback alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  expect(refusals).toBeLessThan(1)
  await player.button('Pause').click()
  await player.seek.focus()
  await page.keyboard.press('PageUp')
  await player.button('Play').click()
  await expect.poll(() => position(page), patience).toBeGreaterThan(16)

  await player.goTo('History')
  await player.row('Playback alpha').waitFor()
  expect(await player.rows.count()).toBe(1)
  const { items } = await apiOf(listener).history.list.query({})
  expect(items.map(({ track }) => track.title)).toEqual(['Playback alpha'])
})

let shared: Promise<Account> | undefined

/** The list of these tracks, in their order. */
async function openList(search = '?genre=Playback&sort=title', options: PageOptions = {}) {
  shared ??= newListener()
  const { page } = await openPage(`/tracks${search}`, { as: await shared, ...options })
  const player = new Player(page)
  await player.row('Playback alpha').waitFor()
  return { player, page }
}

/** Where the handle of the slider stands, which is 12 pixels wide. */
async function handleOf({ seek }: Player): Promise<{ x: number; y: number }> {
  const box = await seek.boundingBox()
  if (!box) throw new Error('the slider is not on the page')
  const part = await seek.evaluate((element: HTMLInputElement) => {
    return element.valueAsNumber / Number(element.max)
  })
  return { x: box.x + 6 + part * (box.width - 12), y: box.y + box.height / 2 }
}

async function queueOf({ rows }: Player): Promise<string[]> {
  const texts = await rows.allTextContents()
  return texts.map((text) => text.split('The Pitches')[0] ?? '')
}
