import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'

import { launchChromium } from './chromium.ts'

let browser: Promise<Browser> | undefined

/** What a page did besides what it showed. */
export interface Observed {
  /** Errors on the console and uncaught exceptions. */
  errors: string[]
  /** Each answer of the store to a request for audio. */
  audio: { url: string; status: number; range: string | undefined }[]
}

/**
 * A page of a browser profile of its own. It closes with the test, which fails if the page wrote
 * an error to its console.
 */
export async function openPage(
  route: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; observed: Observed }> {
  browser ??= launchChromium(inject('chromium'))
  const context = await (await browser).newContext({ locale: 'en-US', ...options })
  const page = await context.newPage()
  const observed = observe(page)
  onTestFinished(async () => {
    await context.close()
    if (observed.errors.length > 0) throw new Error(observed.errors.join('\n'))
  })
  await page.goto(new URL(route, inject('serverUrl')).href)
  return { page, context, observed }
}

/** Ends the browser of this test file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

function observe(page: Page): Observed {
  const observed: Observed = { errors: [], audio: [] }
  page.on('pageerror', (error) => observed.errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') observed.errors.push(message.text())
  })
  page.on('response', (response) => {
    const url = new URL(response.url())
    if (!/^\/s3\/[^/]+\/audio\//.test(url.pathname)) return
    const range = response.request().headers().range
    observed.audio.push({ url: response.url(), status: response.status(), range })
  })
  return observed
}
