import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'

import type { Browser, Page } from 'playwright-core'

import { launchChromium, unpackChromium } from '../e2e/chromium.ts'
import { type LargeLibrary, startLargeLibrary } from '../e2e/large-library.ts'
import { tone } from '../e2e/library.ts'
import { keepEntries } from '../e2e/page-entries.ts'
import { openEar } from './ear.ts'
import { serveFloor } from './floor.ts'
import {
  type Figure,
  measureLoad,
  measureMemory,
  measureScrolling,
  measureSearch,
} from './measures.ts'
import {
  measureColdStarts,
  measureHeldStart,
  measureSoundFloor,
  measureWarmStarts,
} from './starts.ts'

/** Measures the built player on the real server beside an empty page with React; asserts nothing. */

const slowdown = 4
/** How many pages of each kind start to sound in one run. */
const startsInRun = 3
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, json: { type: 'string' } },
})
const runs = Number(values.runs)

/** A page of a browser that has never been here, on a machine four times as slow if asked for. */
async function openPage(
  browser: Browser,
  library: LargeLibrary | null,
  isSlow: boolean,
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
  })
  await context.addInitScript(keepEntries)
  await context.addInitScript(openEar)
  if (library) {
    const url = `${library.url}/trpc/auth.login`
    const headers = { origin: library.url }
    await context.request.post(url, { data: library.admin, headers, failOnStatusCode: true })
  }
  const page = await context.newPage()
  if (isSlow) {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  }
  return page
}

async function measureOnce(
  browser: Browser,
  library: LargeLibrary,
  floor: string,
): Promise<Figure[]> {
  const figures: Figure[] = []
  const on = async (
    who: LargeLibrary | null,
    isSlow: boolean,
    measure: (page: Page) => Promise<Figure[]>,
  ) => {
    const page = await openPage(browser, who, isSlow)
    figures.push(...(await measure(page)))
    await page.context().close()
  }
  await on(null, true, (page) => measureLoad(page, 'floor (React alone)', floor))
  await on(null, true, (page) => measureLoad(page, 'sign-in', `${library.url}/sign-in`))
  await on(library, true, (page) => measureLoad(page, 'home', `${library.url}/`))
  for (const name of ['albums', 'artists', 'genres'])
    await on(library, true, (page) => measureLoad(page, name, `${library.url}/${name}`))
  await on(library, true, async (page) => [
    ...(await measureLoad(page, 'tracks', `${library.url}/tracks?sort=title`)),
    ...(await measureScrolling(page)),
  ])
  const starts = async (who: LargeLibrary | null, url: string, measure: typeof measureColdStarts) =>
    on(who, false, async (page) => {
      await page.goto(url)
      await page.waitForLoadState('networkidle')
      return measure(page)
    })
  const tracks = `${library.url}/tracks?sort=title`
  for (let page = 0; page < startsInRun; page++) {
    await starts(null, `${floor}/sound.html`, measureSoundFloor)
    await starts(library, tracks, measureColdStarts)
    await starts(library, tracks, measureWarmStarts)
    await starts(library, tracks, measureHeldStart)
  }
  await starts(library, tracks, (page) => measureMemory(page, 200))
  await on(library, false, async (page) => {
    await page.goto(`${library.url}/search`)
    await measureSearch(page, 'track 000777', 'Track 000777')
    return measureSearch(page, 'artist 01234', 'Artist 01234')
  })
  return figures
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** The median of each figure over all runs. */
function summary(all: Figure[][]): Figure[] {
  const figures = all.flat()
  const names = new Map(figures.map((figure) => [figure.name, figure]))
  return Array.from(names.values(), (figure) => {
    const same = figures.filter(({ name }) => name === figure.name)
    return { ...figure, value: median(same.map(({ value }) => value)) }
  })
}

function print(figures: Figure[]): void {
  for (const { name, unit, value } of figures) {
    const shown = value.toLocaleString('en', { maximumFractionDigits: unit === '' ? 3 : 0 })
    process.stdout.write(`${name.padEnd(75)}${shown.padStart(10)} ${unit}\n`)
  }
}

const chromium = await unpackChromium()
await using library = await startLargeLibrary(100_000)
await using floor = await serveFloor(tone({ pitch: 220, seconds: 30 }).bytes)
const all: Figure[][] = []
for (let run = 1; run <= runs; run++) {
  const browser = await launchChromium(chromium)
  all.push(await measureOnce(browser, library, floor.url))
  await browser.close()
  process.stderr.write(`run ${run} of ${runs}\n`)
}
const figures = summary(all)
print(figures)
if (values.json) {
  await mkdir(path.dirname(path.resolve(values.json)), { recursive: true })
  await writeFile(values.json, `${JSON.stringify({ runs, slowdown, figures }, null, 2)}\n`)
}
