import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { violations } from './accessibility.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

const artist = 'Quillfeather'
const album = 'Quillwork'

beforeAll(async () => {
  const tracks = ['Quill alpha', 'Quill bravo', '깃털펜 소리'].map((title, index) => ({
    title,
    artist,
    album,
    trackNumber: index + 1,
    audio: tone({ pitch: 300, seconds: 30 }),
  }))
  await addTracks(apiOf(admin), tracks)
}, 60_000)

afterAll(closeBrowser)

const focused =
  'document.activeElement?.closest("[data-result]")?.textContent ?? document.activeElement?.id'

it('finds all kinds of things as one types, and what belongs to the last key alone', async () => {
  const account = await newListener()
  for (const name of ['Quill alley', 'Something else'])
    await apiOf(account).playlists.create.mutate({ name })
  const { page } = await openPage('/', { as: account })
  const player = new Player(page)
  await player.greeting.waitFor()
  // Answers about what is not asked for any more come last.
  const late: (() => Promise<void>)[] = []
  await page.route(/\/trpc\/tracks\.list/, async (route) => {
    const asked = decodeURIComponent(route.request().url())
    if (asked.includes('"Quill al"') || !asked.includes('"Quill')) return route.continue()
    late.push(() => route.continue().catch(() => undefined))
  })
  await page.keyboard.press('/')
  await expect.poll(() => page.evaluate(focused), patience).toBe('search')
  await page.keyboard.type('Quill br', { delay: 90 })
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('al', { delay: 90 })
  const section = (name: string) => page.getByRole('region', { name, exact: true })
  await section('Tracks').getByRole('button', { name: 'Play Quill alpha' }).waitFor()
  await section('Top result').getByRole('link', { name: 'Quill alpha' }).waitFor()
  await section('Playlists').getByRole('link', { name: 'Quill alley' }).waitFor()
  expect(late.length).toBeGreaterThan(0)
  for (const answer of late) await answer()
  await page.waitForLoadState('networkidle')
  expect(await section('Tracks').getByRole('button', { name: 'Play Quill bravo' }).count()).toBe(0)
  expect(new URL(page.url()).search).toBe('?q=Quill+al')

  await player.search.fill('quill')
  await section('Artists').getByRole('link', { name: artist }).waitFor()
  await section('Albums').getByRole('link', { name: album }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Show all: Tracks' }).click()
  await page.waitForURL(/\/tracks\?q=quill$/)
  await player.row('깃털펜 소리').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Show all: Playlists' }).click()
  await page.waitForURL(/\/playlists\?q=quill$/)
  const shown = page.getByRole('list', { name: 'Playlists' })
  await expect
    .poll(() => shown.getByRole('link').allTextContents(), patience)
    .toEqual([expect.stringContaining('Quill alley')])
})

it('is worked by the keyboard, and keeps what was searched for to its listener', async () => {
  const account = await newListener()
  const { page } = await openPage('/search', { as: account, colorScheme: 'dark' })
  const player = new Player(page)
  await page.getByText('What would you like to hear?').waitFor()
  await player.search.fill('quillfeather')
  await page.getByRole('region', { name: 'Top result' }).getByText(artist).waitFor()
  await player.search.press('ArrowDown')
  await expect.poll(() => page.evaluate(focused), patience).toContain(artist)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(focused), patience).toContain(artist)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => page.evaluate(focused), patience).toBe('search')
  await page.keyboard.press('Enter')
  await player.heading(artist).waitFor()

  await page.keyboard.press('Control+k')
  const recent = page.getByRole('region', { name: 'Recent searches' })
  await recent.getByRole('button', { name: 'quillfeather', exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  await player.search.fill('깃털펜')
  await player.search.press('Enter')
  await player.bar.getByText('깃털펜 소리').first().waitFor()
  await player.search.fill('nothing is called like this')
  await page.getByText('Nothing is called “nothing is called like this”').waitFor()
  await player.search.fill('')
  await expect
    .poll(() => recent.getByRole('listitem').allTextContents(), patience)
    .toEqual(['깃털펜', 'quillfeather'])
  await recent.getByRole('button', { name: 'Remove “깃털펜”' }).click()
  await page.reload()
  await expect
    .poll(() => recent.getByRole('listitem').allTextContents(), patience)
    .toEqual(['quillfeather'])

  await player.signOut()
  await player.signIn(await newListener())
  await player.greeting.waitFor()
  await page.keyboard.press('/')
  await page.getByText('What would you like to hear?').waitFor()
  expect(await recent.count()).toBe(0)
})

it('opens nothing by the Enter that ends a syllable', async () => {
  const { page, context } = await openPage('/search', { as: await newListener() })
  const player = new Player(page)
  await player.search.focus()
  const keyboard = await context.newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', {
    text: '깃털',
    selectionStart: 2,
    selectionEnd: 2,
  })
  const section = page.getByRole('region', { name: 'Tracks' })
  await section.getByRole('button', { name: 'Play 깃털펜 소리' }).waitFor()
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
  await keyboard.send('Input.insertText', { text: '깃털' })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  await player.bar.getByText('Nothing is playing').waitFor()
  expect(await player.search.inputValue()).toBe('깃털')
  await player.search.press('Enter')
  await player.bar.getByText('깃털펜 소리').first().waitFor()
})
