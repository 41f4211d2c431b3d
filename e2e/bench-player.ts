import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Browser, Page } from 'playwright-core'

import { startServer } from '../apps/server/src/test/server-process.ts'
import { launchChromium, unpackChromium } from './chromium.ts'

/**
 * Times of the built player, served by the real server with the demo library, with the processor
 * slowed down to a quarter; beside those of an empty page of the same server. Medians of some runs.
 * Nothing is asserted: see what a change does by running it before and after.
 */

const runs = 5
const slowdown = 4
const account = { email: 'keeper@example.com', password: 'keeper of the library' }

interface Visit {
  largestPaintMs: number
  layoutShift: number
  longestTaskMs: number
  scriptBytes: number
}

async function open(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-US' })
  await context.request.post('/trpc/auth.login', { data: account, failOnStatusCode: true })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(() => {
    const seen = { paint: 0, shift: 0, task: 0 }
    Object.assign(globalThis, { seen })
    const watch = (type: string, look: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(look)).observe({
        type,
        buffered: true,
      })
    watch('largest-contentful-paint', ({ startTime }) => (seen.paint = startTime))
    watch('longtask', ({ duration }) => (seen.task = Math.max(seen.task, duration)))
    watch('layout-shift', (entry) => (seen.shift += Reflect.get(entry, 'value') as number))
  })
  return page
}

async function visit(browser: Browser, url: string, route: string): Promise<Visit> {
  const page = await open(browser, url)
  await page.goto(route)
  await page.waitForLoadState('networkidle')
  const result = await page.evaluate(() => {
    const seen = Reflect.get(globalThis, 'seen') as { paint: number; shift: number; task: number }
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const scripts = entries.filter(({ name }) => name.endsWith('.js'))
    return {
      largestPaintMs: seen.paint,
      layoutShift: seen.shift,
      longestTaskMs: seen.task,
      scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    }
  })
  await page.context().close()
  return result
}

/** From the click on the first track until the player says that it plays. */
async function clickToSound(browser: Browser, url: string): Promise<number> {
  const page = await open(browser, url)
  await page.goto('/tracks')
  const button = page.getByRole('button', { name: /^Play ./ }).nth(2)
  await button.waitFor()
  await page.evaluate(() => {
    document.addEventListener('click', () => Object.assign(globalThis, { at: performance.now() }), {
      capture: true,
    })
  })
  await button.click()
  const elapsed = await page.evaluate(async () => {
    while (navigator.mediaSession.playbackState !== 'playing')
      await new Promise(requestAnimationFrame)
    return performance.now() - (Reflect.get(globalThis, 'at') as number)
  })
  await page.context().close()
  return elapsed
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

async function repeat<Result>(measure: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (let run = 0; run < runs; run++) results.push(await measure())
  return results
}

function mediansOf(visits: Visit[]): Visit {
  return {
    largestPaintMs: median(visits.map((each) => each.largestPaintMs)),
    layoutShift: median(visits.map((each) => each.layoutShift)),
    longestTaskMs: median(visits.map((each) => each.longestTaskMs)),
    scriptBytes: median(visits.map((each) => each.scriptBytes)),
  }
}

const directory = await mkdtemp(path.join(tmpdir(), 'segue-bench-'))
const files = await unpackChromium()
const server = await startServer({
  settings: {
    DATA_DIR: path.join(directory, 'data'),
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
  },
})
const browser = await launchChromium(files)
try {
  const figures: Record<string, unknown> = {}
  for (const [name, route] of [
    ['floor (an empty page)', '/healthz'],
    ['home', '/'],
    ['tracks', '/tracks'],
    ['albums', '/albums'],
  ] as const)
    figures[name] = mediansOf(await repeat(() => visit(browser, server.url, route)))
  const sounds = await repeat(() => clickToSound(browser, server.url))
  figures['click to sound, in ms'] = median(sounds)
  process.stdout.write(`${JSON.stringify({ runs, slowdown, figures }, null, 2)}\n`)
} finally {
  await browser.close()
  await server.stop()
  await rm(directory, { recursive: true, force: true })
}
