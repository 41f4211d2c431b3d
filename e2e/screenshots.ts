import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

import { launchChromium, unpackChromium } from './chromium.ts'
import { tone } from './library.ts'
import { Admin, type ChosenFile } from './pages/admin.ts'
import { Player } from './pages/player.ts'
import { startServer } from '../apps/server/src/test/server-process.ts'

/** Takes the pictures of the README: the real server, the demo library, the built apps. */

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
const account = { email: 'keeper@example.com', password: 'keeper of the library' }
const wide = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

async function openAs(browser: Browser, route: string, options: BrowserContextOptions) {
  const context = await browser.newContext({ locale: 'en-US', ...options })
  const page = await context.newPage()
  await context.request.post('/trpc/auth.login', { data: account, failOnStatusCode: true })
  await page.goto(route)
  return page
}

async function takePlayer(browser: Browser, name: string, options: BrowserContextOptions) {
  const page = await openAs(browser, '/tracks', options)
  const player = new Player(page)
  await player.play('첫눈이 오면')
  await player.button('Pause').waitFor()
  await page.waitForFunction(() => {
    const slider = document.querySelector<HTMLInputElement>('section input[type=range]')
    return Number(slider?.value) > 6
  })
  await page.mouse.move(0, 0)
  await take(page, name)
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
  await page.waitForFunction(() => [...document.images].every(({ naturalWidth }) => naturalWidth))
  await page.evaluate(async () => void (await document.fonts.ready))
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await page.context().close()
}

function chosenTone(name: string, seconds: number): ChosenFile {
  const { bytes, contentType } = tone({ pitch: 440, seconds })
  return { name: `${name}.wav`, mimeType: contentType, buffer: Buffer.from(bytes) }
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
  await takePlayer(browser, 'player', { ...wide, baseURL: server.url, colorScheme: 'light' })
  await takePlayer(browser, 'player-phone', { ...phone, baseURL: server.url, colorScheme: 'dark' })
  await takeAdmin(browser, { ...wide, baseURL: server.url, colorScheme: 'light' })
} finally {
  await browser.close()
  await server.stop()
  await rm(directory, { recursive: true, force: true })
}
