import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { createSegue, type Segue } from '@segue/client'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'

import { launchChromium, unpackChromium } from './chromium.ts'
import { tone } from './library.ts'
import { Admin, type ChosenFile } from './pages/admin.ts'
import { startServer } from '../apps/server/src/test/server-process.ts'

/** Takes the pictures of the READMEs: the real server, the demo library, the built apps. */

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
const account = { email: 'keeper@example.com', password: 'keeper of the library' }
const wide = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const light = { colorScheme: 'light' } as const
const dark = { colorScheme: 'dark' } as const
const korean = { locale: 'ko-KR' }

async function openAs(browser: Browser, route: string, options: BrowserContextOptions) {
  const context = await browser.newContext({ locale: 'en-US', ...options })
  const page = await context.newPage()
  await context.request.post('/trpc/auth.login', { data: account, failOnStatusCode: true })
  await page.goto(route)
  return page
}

/** A page of the player while a track plays. */
async function takePlayer(
  browser: Browser,
  name: string,
  route: string,
  { isLarge, ...options }: BrowserContextOptions & { isLarge?: boolean },
) {
  const page = await openAs(browser, '/tracks', options)
  const row = page.getByRole('row').filter({ hasText: '첫눈이 오면' }).first()
  await row.getByRole('button').first().click()
  await page.waitForFunction(() => document.title.startsWith('첫눈이 오면'))
  // The slider of the volume goes to 100, that of the position to the length of a short track.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[type=range]')].some(
      ({ max, value }) => Number(max) < 100 && Number(value) >= 6,
    ),
  )
  if (route !== '/tracks') await goWithin(page, route)
  if (isLarge) {
    const buttons = page.getByRole('button', { name: /^(Open the player|플레이어 열기)$/ })
    await buttons.filter({ visible: true }).click()
    await page.getByRole('dialog').waitFor()
  }
  await page.mouse.move(0, 0)
  await take(page, name)
}

/** Goes to another page of the app without a load, so that the music plays on. */
async function goWithin(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-before', '')
    history.pushState(history.state, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }, route)
  await page.waitForFunction(() => document.querySelector('h1:not([data-before])') !== null)
}

async function takeAdmin(browser: Browser, options: BrowserContextOptions) {
  const page = await openAs(browser, '/admin/upload', options)
  const app = new Admin(page)
  const first = ['Harbour Lights', 'Copper Wire', 'Low Tide']
  await app.upload(
    first.map((name, at) => chosenTone(name, 200 + 30 * at)),
    { Artist: 'Marlow & the Tides', Album: 'Slack Water', Genre: 'Folk', Year: '2024' },
  )
  for (const name of first) await app.file(name).getByText('Added').waitFor()

  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 1_500_000,
  })
  const notes = { name: 'liner-notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes') }
  await app.upload([notes, chosenTone('Breakwater', 600), chosenTone('The Long Quay', 500)])
  await app
    .file('Breakwater')
    .getByText(/Uploading [56]\d %/)
    .waitFor()
  await page.evaluate(() => window.scrollTo(0, 0))
  await take(page, 'admin')
}

/** Once every cover and every font in sight is there. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    await document.fonts.ready
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
  await page.waitForFunction(() => {
    const inSight = [...document.images].filter((image) => {
      const { top, bottom, left, right } = image.getBoundingClientRect()
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    })
    const isLoading = document.querySelector('.animate-pulse') !== null
    return !isLoading && inSight.every(({ naturalWidth }) => naturalWidth)
  })
  // Loaded is not drawn yet: a large picture is decoded beside the page.
  await page.evaluate(() =>
    Promise.all(
      [...document.images]
        .filter(({ loading, naturalWidth }) => loading !== 'lazy' || naturalWidth)
        .map((image) => image.decode()),
    ),
  )
  const picture = await page.screenshot()
  await sharp(picture)
    .webp({ quality: 88 })
    .toFile(path.join(folder, `${name}.webp`))
  await page.context().close()
}

function chosenTone(name: string, seconds: number): ChosenFile {
  const { bytes, contentType } = tone({ pitch: 440, seconds })
  return { name: `${name}.wav`, mimeType: contentType, buffer: Buffer.from(bytes) }
}

/** A month of listening, some favourites and two playlists: the same at every run. */
async function live(segue: Segue): Promise<{ album: string; playlist: string }> {
  const { items: tracks } = await segue.tracks.list.query({ sort: 'title' })
  for (let day = 29; day >= 0; day--)
    for (let at = 0; at < (day * 7) % 5; at++) {
      const track = tracks[(day * day + at * 3) % Math.min(tracks.length, 9)]
      if (!track) continue
      const playedAt = new Date(Date.now() - day * 86_400_000 - at * 1_900_000).toISOString()
      const { playId } = await segue.stream.start.mutate({ trackId: track.id, playedAt })
      const listenedMs = track.durationMs
      await segue.stream.report.mutate({ playId, positionMs: listenedMs, listenedMs, ended: true })
    }
  for (const { id } of tracks.slice(2, 9))
    await segue.favorites.set.mutate({ trackId: id, favorite: true })
  const names = ['Rain on the window', '퇴근길에']
  const made = await Promise.all(names.map((name) => segue.playlists.create.mutate({ name })))
  for (const [at, { id }] of made.entries()) {
    const trackIds = tracks.slice(at * 4, at * 4 + 8).map(({ id }) => id)
    await segue.playlists.add.mutate({ id, trackIds })
  }
  const album = tracks.find(({ title }) => title === 'Save Point')?.album
  return { album: album?.id ?? '', playlist: made[0]?.id ?? '' }
}

const directory = await mkdtemp(path.join(tmpdir(), 'segue-screenshots-'))
await mkdir(folder, { recursive: true })
const chromium = await unpackChromium()
const server = await startServer({
  settings: {
    DATA_DIR: path.join(directory, 'data'),
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
  },
})
const browser = await launchChromium(chromium)
try {
  const { album, playlist } = await live(createSegue({ url: server.url, ...account }))
  const base = { baseURL: server.url }
  const pages = [
    ['home', '/', light],
    ['tracks', '/tracks', light],
    ['album', `/albums/${album}`, dark],
    ['search', '/search?q=garden', light],
    ['now-playing', '/tracks', { ...dark, isLarge: true }],
    ['listening', '/listening', light],
    ['playlist', `/playlists/${playlist}`, dark],
  ] as const
  for (const [name, route, theme] of pages) {
    await takePlayer(browser, name, route, { ...wide, ...base, ...theme })
    await takePlayer(browser, `${name}-phone`, route, { ...phone, ...base, ...theme })
  }
  await takePlayer(browser, 'home-ko', '/', { ...wide, ...base, ...light, ...korean })
  await takePlayer(browser, 'now-playing-phone-ko', '/tracks', {
    ...phone,
    isLarge: true,
    ...base,
    ...light,
    ...korean,
  })
  await takeAdmin(browser, { ...wide, ...base, ...light })
} finally {
  await browser.close()
  await server.stop()
  await rm(directory, { recursive: true, force: true })
}
