import type { Page } from 'playwright-core'

import { entriesOf } from '../e2e/page-entries.ts'
import { heapBytes, scriptBytes } from './observe.ts'

/** One figure of a run. */
export interface Figure {
  name: string
  unit: 'ms' | 'kB' | 'nodes' | ''
  value: number
}

/** A page from its address to a quiet network. */
export async function measureLoad(page: Page, name: string, url: string): Promise<Figure[]> {
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  const { lcpMs, cls, longTasksMs } = await entriesOf(page)
  return [
    { name: `${name}: largest contentful paint`, unit: 'ms', value: lcpMs },
    { name: `${name}: layout shift`, unit: '', value: cls },
    { name: `${name}: longest task`, unit: 'ms', value: Math.max(0, ...longTasksMs) },
    { name: `${name}: script`, unit: 'kB', value: (await scriptBytes(page)) / 1000 },
  ]
}

/** The wheel over the whole list of tracks, and the scroll bar dragged to its end. */
export async function measureScrolling(page: Page): Promise<Figure[]> {
  await page.getByRole('row').nth(5).waitFor()
  await entriesOf(page)
  let nodes = 0
  for (let turn = 0; turn < 60; turn++) {
    await page.mouse.wheel(0, 700)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    nodes = Math.max(nodes, await page.evaluate(() => document.querySelectorAll('*').length))
  }
  for (let part = 1; part <= 20; part++) {
    await page.evaluate((part) => scrollTo(0, (document.body.scrollHeight * part) / 20), part)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await page.waitForLoadState('networkidle')
  const { longTasksMs } = await entriesOf(page)
  return [
    {
      name: 'scrolling 100,000 tracks: longest task',
      unit: 'ms',
      value: Math.max(0, ...longTasksMs),
    },
    { name: 'scrolling 100,000 tracks: tasks over 50 ms', unit: '', value: longTasksMs.length },
    { name: 'scrolling 100,000 tracks: most nodes', unit: 'nodes', value: nodes },
  ]
}

/** From the last key to results that belong to the whole text. */
export async function measureSearch(page: Page, word: string, awaited: string): Promise<Figure[]> {
  const box = page.getByRole('searchbox', { name: 'Search' })
  await box.fill('')
  await box.pressSequentially(word.slice(0, -1))
  const ms = await box.evaluate(
    async (input: HTMLInputElement, [last = '', awaited = '']) => {
      const began = performance.now()
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      set?.call(input, input.value + last)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      for (;;) {
        const shown = document.querySelector('main')?.textContent ?? ''
        if (shown.includes(awaited)) return performance.now() - began
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    },
    [word.slice(-1), awaited] as const,
  )
  return [{ name: 'last key to results', unit: 'ms', value: ms }]
}

/** The heap before and after so many changes of track, each time after a garbage collection. */
export async function measureMemory(page: Page, changes: number): Promise<Figure[]> {
  const devtools = await page.context().newCDPSession(page)
  const bar = page.getByRole('region', { name: 'Player' })
  const change = async () => {
    const title = await page.title()
    await bar.getByRole('button', { name: 'Next', exact: true }).click()
    await page.waitForFunction((before) => document.title !== before, title)
  }
  await page
    .getByRole('button', { name: /^Play Track/ })
    .first()
    .click()
  for (let at = 0; at < 10; at++) await change()
  const before = await heapBytes(devtools)
  for (let at = 0; at < changes; at++) await change()
  const after = await heapBytes(devtools)
  await devtools.detach()
  return [
    { name: 'heap before changes of track', unit: 'kB', value: before / 1000 },
    { name: `heap after ${changes} changes of track`, unit: 'kB', value: after / 1000 },
  ]
}
