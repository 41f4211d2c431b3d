import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'

import { violations } from './accessibility.ts'
import { type Account, apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage } from './browser-page.ts'
import { launchChromium } from './chromium.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { entriesOf, keepEntries } from './page-entries.ts'
import { Player } from './pages/player.ts'

const routeTable = new URL('../apps/player/src/routes.tsx', import.meta.url)
const album = 'Budget of an album'
const ids: Record<string, string> = {}

/** Bytes of script that a first visit may take. */
const bar = 150_000
/** By page. What is over the bar may not grow: where it has become less, that is written here. */
const firstLoads: Record<string, number> = {
  '/sign-in': bar,
  '/': bar,
  '/search': 153_000,
  '/tracks': 163_000,
  '/albums': 154_500,
  '/artists': 154_500,
  '/genres': 154_500,
  '/favorites': 162_500,
  '/history': 166_000,
  '/playlists': 159_500,
  '/playlists/$id': 176_500,
  '/albums/$id': 170_000,
  '/artists/$id': 166_500,
  // Its charts come once there is something to draw.
  '/listening': 166_500,
}

beforeAll(async () => {
  const keeper = apiOf(admin)
  const fields = { artist: 'The Budgeteers', album, genre: 'Measured' }
  const titles = ['Budget one', 'Budget two', 'Budget with a title '.repeat(8)]
  await addTracks(
    keeper,
    titles.map((title) => ({ ...fields, title, audio: tone({ pitch: 440, seconds: 5 }) })),
  )
  const [track] = (await keeper.tracks.list.query({ q: 'Budget one' })).items
  const playlist = await keeper.playlists.create.mutate({ name: 'Budget', isPublic: true })
  await keeper.playlists.add.mutate({ id: playlist.id, trackIds: [track?.id ?? ''] })
  ids['/artists/$id'] = `/artists/${track?.artist.id}`
  ids['/albums/$id'] = `/albums/${track?.album?.id}`
  ids['/playlists/$id'] = `/playlists/${playlist.id}`
  ids['/p/$slug'] = `/p/${playlist.slug}`
}, 60_000)

afterAll(closeBrowser)

describe('a first visit', () => {
  it('takes at most 150 kB of script by gzip, until the network is idle, or no more than is known', async () => {
    const account = await newListener()
    const problems: string[] = []
    for (const [route, limit] of Object.entries(firstLoads)) {
      const as = route === '/sign-in' ? undefined : account
      const bytes = await scriptOf(ids[route] ?? route, as)
      if (bytes > limit) problems.push(`${route}: ${bytes} bytes, where ${limit} are the limit`)
    }
    expect(problems).toEqual([])
  }, 300_000)

  it('asks for little and holds little', async () => {
    const { page } = await openPage('/', { as: await newListener() })
    await page.waitForLoadState('networkidle')
    const { requests, nodes } = await page.evaluate(() => {
      const entries = performance.getEntriesByType('resource')
      const requests = entries.filter(({ name }) => !name.includes('/covers/')).length
      return { requests, nodes: document.querySelectorAll('*').length }
    })
    expect(requests).toBeLessThanOrEqual(40)
    expect(nodes).toBeLessThan(2000)
  })
})

it.each(['/', '/tracks', album, '/search?q=Budget'])(
  'moves nothing on %s when what it shows comes late',
  async (route) => {
    const { page, context } = await openPage('/me', { as: await newListener() })
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 300,
      downloadThroughput: 200_000,
      uploadThroughput: 100_000,
    })
    await page.addInitScript(keepEntries)
    await page.goto(route === album ? (ids['/albums/$id'] ?? '') : route)
    await page.waitForLoadState('networkidle')
    expect((await entriesOf(page)).cls).toBeLessThan(0.02)
  },
)

it.each([
  ['light', { width: 320, height: 640 }],
  ['dark', { width: 1280, height: 800 }],
] as const)(
  'has every page fit for everyone in %s',
  async (colorScheme, viewport) => {
    const { page } = await openPage('/', { as: await newListener(), colorScheme, viewport })
    const problems: string[] = []
    for (const route of await addresses()) {
      await page.goto(route)
      await page.waitForLoadState('networkidle')
      problems.push(...(await violations(page)))
      problems.push(...(await whatSticksOut(page)).map((what) => `${route}: ${what}`))
    }
    expect(problems).toEqual([])
  },
  180_000,
)

it('has every page fit where text is twice as large', async () => {
  const large = await launchChromium(inject('chromium'), ['--blink-settings=defaultFontSize=32'])
  onTestFinished(() => large.close())
  const viewport = { width: 1280, height: 800 }
  const { page } = await openPage('/', { as: await newListener(), viewport, within: large })
  const problems: string[] = []
  for (const route of await addresses()) {
    await page.goto(route)
    await page.waitForLoadState('networkidle')
    problems.push(...(await whatSticksOut(page)).map((what) => `${route}: ${what}`))
  }
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
    '32px',
  )
  expect(problems).toEqual([])
}, 120_000)

it('leads the keyboard through a page and out of it again', async () => {
  const { page } = await openPage('/', { as: await newListener() })
  await page.waitForLoadState('networkidle')
  const names: string[] = []
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return null
      return focused.getAttribute('aria-label') ?? focused.textContent?.trim() ?? ''
    })
    if (name === null) break
    names.push(name)
  }
  expect(names[0]).toBe('Skip to content')
  expect(names.length).toBeLessThan(150)
  expect(names).toEqual(expect.arrayContaining(['Search', 'Play', 'Volume', 'Keyboard shortcuts']))
})

it('stands still for who asks for less motion', async () => {
  const { page } = await openPage('/tracks?q=Budget', {
    as: await newListener(),
    reducedMotion: 'reduce',
  })
  const player = new Player(page)
  await player.play('Budget one')
  await player.button('Pause').waitFor()
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) > 1)
      .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 100)),
  )
  expect(moving).toEqual([])
})

/** Bytes of script that a page is made of, each file compressed by gzip, workers and all. */
async function scriptOf(address: string, as: Account | undefined): Promise<number> {
  const { page } = await openPage('about:blank', { as })
  const files: Promise<Buffer>[] = []
  page.on('response', (response) => {
    const { 'content-type': type = '' } = response.headers()
    if (type.includes('javascript')) files.push(response.body())
  })
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  const inline = await page.evaluate(() =>
    [...document.scripts].filter(({ src }) => src === '').map(({ text }) => text),
  )
  const scripts = [...(await Promise.all(files)), ...inline]
  expect(scripts.length).toBeGreaterThan(0)
  await page.close()
  return scripts.reduce((sum, script) => sum + gzipSync(script, { level: 6 }).length, 0)
}

/** An address for every route of the player. */
async function addresses(): Promise<string[]> {
  const source = await readFile(routeTable, 'utf8')
  const paths = [...source.matchAll(/^ {2}path: '([^']+)'/gm)].map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(10)
  return paths.map((path) => {
    const address = path.includes('$') ? ids[path] : path
    if (address === undefined) throw new Error(`no address is known for ${path}`)
    return address
  })
}

/** Whether the page scrolls sideways, and which controls are cut off at the side. */
function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isWide = document.documentElement.scrollWidth > width
    const cut = [...document.querySelectorAll('a, button, input, select, textarea')].filter(
      (control) => {
        const { left, right, width: own, height } = control.getBoundingClientRect()
        if (own < 2 || height < 2 || control.closest('.sr-only, [class*="overflow-x-auto"]'))
          return false
        // What ends in dots is cut by its own box.
        const box = control.closest('.truncate')?.getBoundingClientRect()
        return left < -1 || Math.min(right, box?.right ?? right) > width + 1
      },
    )
    return [
      ...(isWide ? ['it scrolls sideways'] : []),
      ...cut.map((control) => `cut: ${control.outerHTML.slice(0, 160)}`),
    ]
  })
}
