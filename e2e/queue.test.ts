import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Account, apiOf, newListener } from './accounts.ts'
import { violations } from './accessibility.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { openProfile } from './browser-profile.ts'
import { admin } from './global-setup.ts'
import { pitchOf } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'
import { PlaylistPage } from './pages/playlist.ts'

const letters = [...'abcdefghijkl']
const titles = letters.map((letter) => `Queue ${letter}`)
const pitchOfTitle = (title: string) => 400 + 40 * titles.indexOf(title)
const list = '/tracks?genre=Queue&sort=title'

beforeAll(async () => {
  await addTracks(
    apiOf(admin),
    titles.map((title) => ({
      title,
      artist: 'The Queue',
      genre: 'Queue',
      audio: tone({ pitch: pitchOfTitle(title), seconds: 40 }),
    })),
  )
}, 60_000)

afterAll(closeBrowser)

async function open(route = list, as?: Account) {
  const listener = as ?? (await newListener())
  const { page, context } = await openPage(route, {
    as: listener,
    viewport: { width: 1280, height: 1000 },
  })
  return { player: new Player(page), page, context, listener }
}

const current = (player: Player) => player.bar.getByText(/^Queue [a-l]$/).innerText()
const seconds = async (player: Player) => Number(await player.seek.inputValue())

describe('after a reload', () => {
  it('stands at the same track and second in silence, and one press of Play goes on', async () => {
    const { player, page } = await open()
    await player.play('Queue c')
    await player.button('Repeat: off').click()
    await player.seek.focus()
    await page.keyboard.press('PageUp')
    await expect.poll(() => seconds(player), patience).toBeGreaterThan(16)
    const before = await seconds(player)
    await page.reload()

    await player.button('Play').waitFor()
    expect(await current(player)).toBe('Queue c')
    expect(await seconds(player)).toBeGreaterThanOrEqual(before - 3)
    await player.button('Repeat: all').waitFor()
    await player.button('Play').click()
    await expect.poll(() => pitchOf(page), patience).toBe(pitchOfTitle('Queue c'))
    expect(await seconds(player)).toBeGreaterThanOrEqual(before - 3)
    await player.button('Next').click()
    await expect.poll(() => pitchOf(page), patience).toBe(pitchOfTitle('Queue d'))
  })

  it('shows nothing of it to another listener in the same browser', async () => {
    const { player, page, context } = await open()
    await player.play('Queue b')
    await expect.poll(() => pitchOf(page), patience).toBe(pitchOfTitle('Queue b'))
    await player.signOut()
    await context.request.post('/trpc/auth.login', {
      data: await newListener(),
      failOnStatusCode: true,
    })
    await page.goto('/queue')
    await page.getByText('The queue is empty').waitFor()
    await player.bar.getByText('Nothing is playing').waitFor()
  })
})

it('has the queue back after the browser was killed', async () => {
  const listener = await newListener()
  const profile = await openProfile()
  const first = await profile.start(list, listener)
  const player = new Player(first)
  await player.play('Queue e')
  await expect.poll(() => seconds(player), patience).toBeGreaterThan(3)
  await profile.kill()

  const page = await profile.start('/queue', listener)
  const again = new Player(page)
  await again.button('Play').waitFor()
  expect(await current(again)).toBe('Queue e')
  expect(await seconds(again)).toBeGreaterThan(0)
  expect(await again.titles()).toEqual(titles)
})

it('is offered on another device, taken by a press alone, and the first device is told', async () => {
  const { player, page, listener } = await open()
  await player.play('Queue g')
  await expect.poll(() => seconds(player), patience).toBeGreaterThan(1)
  await player.button('Pause').click()
  const status = () => apiOf(listener).queue.status.query()
  await expect.poll(async () => (await status())?.positionMs, patience).toBeGreaterThan(1000)
  const phone = (await status())?.device.id

  const other = await open('/', listener)
  const offer = other.page.getByRole('region', { name: 'Queue on another device' })
  await offer.getByText(/^Continue from Chrome on Linux$/).waitFor()
  await offer.getByText(/Queue g by The Queue, at 0:\d\d/).waitFor()
  expect(await other.player.bar.getByText('Nothing is playing').count()).toBe(1)
  expect(await violations(other.page)).toEqual([])
  await offer.getByRole('button', { name: 'Continue here' }).click()
  await expect.poll(() => pitchOf(other.page), patience).toBe(pitchOfTitle('Queue g'))
  await expect.poll(async () => (await status())?.device.id, patience).not.toBe(phone)

  expect(await current(player)).toBe('Queue g')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  const told = page.getByRole('region', { name: 'Queue on another device' })
  await told.getByText(/^Your queue went on on/).waitFor()
  await told.getByRole('button', { name: 'Not now' }).click()
  await told.waitFor({ state: 'detached' })
  expect((await status())?.device.id).not.toBe(phone)
})

describe('in two tabs', () => {
  it('sounds in one alone, and shows in each what is done in the other', async () => {
    const { player, page, context } = await open()
    await player.play('Queue a')
    await expect.poll(() => pitchOf(page), patience).toBe(pitchOfTitle('Queue a'))

    const second = await context.newPage()
    const beside = new Player(second)
    await second.goto(list)
    await beside.button('Play').waitFor()
    expect(await current(beside)).toBe('Queue a')
    await beside.play('Queue d')
    await player.button('Play').waitFor()
    await expect.poll(() => current(player), patience).toBe('Queue d')
    await expect.poll(() => pitchOf(second), patience).toBe(pitchOfTitle('Queue d'))

    await beside.choose('Queue l', 'Play next')
    await beside.heart('Queue b', false).click()
    await player.heart('Queue b', true).waitFor()
    await player.goTo('Queue')
    await expect.poll(async () => (await player.titles())[4], patience).toBe('Queue l')

    await beside.signOut()
    await player.heading('Welcome back').waitFor()
  })
})

describe('shuffle', () => {
  it('brings each track of a filtered list once, all of them again in the next round', async () => {
    const { player, page } = await open()
    await page.getByRole('button', { name: 'Shuffle all' }).click()
    await player.button('Pause').waitFor()
    await player.goTo('Queue')
    const order = await player.titles()
    expect(order.toSorted()).toEqual(titles)
    expect(order).not.toEqual(titles)

    await player.button('Shuffle').click()
    const first = order[0] ?? ''
    const rest = titles.slice(titles.indexOf(first) + 1)
    await expect
      .poll(async () => (await player.titles()).slice(-rest.length || 99), patience)
      .toEqual(rest)
    expect(await current(player)).toBe(first)
  })
})

describe('the page of the queue', () => {
  it('says what plays from, and is ordered by keyboard and by pointer', async () => {
    const { player, page } = await open()
    await player.play('Queue b')
    await player.button('Pause').waitFor()
    await player.goTo('Queue')
    const from = page.getByRole('main').getByRole('link', { name: 'Queue', exact: true })
    expect(await from.getAttribute('href')).toBe('/tracks?genre=Queue')

    await page.getByRole('button', { name: 'Move Queue d', exact: true }).press('Enter')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const moved = ['Queue d', 'Queue a', 'Queue b', 'Queue c', 'Queue e']
    await expect.poll(async () => (await player.titles()).slice(0, 5), patience).toEqual(moved)

    await new PlaylistPage(page).drag('Queue e', 'Queue b')
    const dragged = ['Queue d', 'Queue a', 'Queue e', 'Queue b', 'Queue c']
    await expect.poll(async () => (await player.titles()).slice(0, 5), patience).toEqual(dragged)
    expect(await current(player)).toBe('Queue b')

    for (const title of ['Queue a', 'Queue b'])
      await page.getByRole('checkbox', { name: `Select ${title}` }).check()
    await new PlaylistPage(page).drag('Queue b', 'Queue d')
    const together = ['Queue a', 'Queue b', 'Queue d', 'Queue e', 'Queue c']
    await expect.poll(async () => (await player.titles()).slice(0, 5), patience).toEqual(together)
    expect(await current(player)).toBe('Queue b')
    await player.button('Next').click()
    await expect.poll(() => pitchOf(page), patience).toBe(pitchOfTitle('Queue d'))
  })

  it('takes chosen entries out and puts them back, and so all that was to come', async () => {
    const { player, page } = await open()
    await player.play('Queue a')
    await player.button('Pause').waitFor()
    await player.goTo('Queue')
    await player.titles()
    for (const title of ['Queue c', 'Queue f'])
      await page.getByRole('checkbox', { name: `Select ${title}` }).check()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove from queue' }).click()
    const left = titles.filter((title) => title !== 'Queue c' && title !== 'Queue f')
    await expect.poll(() => player.titles(), patience).toEqual(left)
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(() => player.titles(), patience).toEqual(titles)

    await page.getByRole('button', { name: 'Clear queue' }).click()
    await expect.poll(() => player.titles(), patience).toEqual(['Queue a'])
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(() => player.titles(), patience).toEqual(titles)

    await player.button('Repeat: off').click()
    await player.button('Repeat: all').click()
    await player.button('Repeat: one track').waitFor()
    await player.choose('Queue l', 'Move to next')
    await player.button('Next').click()
    await expect.poll(() => pitchOf(page), patience).toBe(pitchOfTitle('Queue l'))
  })
})
