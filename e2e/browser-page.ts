import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Response,
} from 'playwright-core'
import { inject, onTestFinished } from 'vitest'

import type { Account } from './accounts.ts'
import { launchChromium } from './chromium.ts'
import { listenIn, recorderScript } from './listen-in.ts'

/** For `expect.poll`: other programs may keep the machine busy. */
export const patience = { timeout: 20_000 }

let browser: Promise<Browser> | undefined

export interface PageOptions extends BrowserContextOptions {
  /** Who is signed in when the page opens; nobody, unless given. */
  as?: Account
  /**
   * Errors that the test provokes. Chromium writes every answer of 400 and above to the console,
   * also one that the page handles well; the address follows the text.
   */
  expectedErrors?: RegExp[]
  /** Keeps all that it sounds like (see `recordingOf`), for which the content policy is off. */
  isRecorded?: boolean
  /** A browser of the test's own, in place of the one that the file's tests share. */
  within?: Browser
}

/** What a page did besides what it showed. */
export interface Observed {
  /** Errors on the console and uncaught exceptions, a breach of the content policy among them. */
  errors: string[]
  /** What answers of the API hold that no page may ever be told. */
  secrets: string[]
  /** Each answer to a request for audio, wherever it came from. */
  audio: { url: string; status: number; range: string | undefined }[]
}

/**
 * A page of a browser profile of its own. It closes with the test, which fails if the page wrote
 * an error to its console that was not expected.
 */
export async function openPage(
  route: string,
  { as, expectedErrors = [], isRecorded = false, within, ...options }: PageOptions = {},
): Promise<{ page: Page; context: BrowserContext; observed: Observed }> {
  const shown = within ?? (await (browser ??= launchChromium(inject('chromium'))))
  const baseURL = inject('serverUrl')
  const context = await shown.newContext({
    locale: 'en-US',
    baseURL,
    bypassCSP: isRecorded,
    ...options,
  })
  await context.addInitScript(listenIn, { recorder: isRecorded ? recorderScript : null })
  const page = await context.newPage()
  const observed = observe(page)
  onTestFinished(async () => {
    await observed.read()
    await context.close()
    if (observed.secrets.length > 0) throw new Error(`told a page: ${observed.secrets.join()}`)
    const isExpected = (error: string) => expectedErrors.some((expected) => expected.test(error))
    const errors = observed.errors.filter((error) => !isExpected(error))
    if (errors.length > 0) throw new Error(errors.join('\n'))
  })
  if (as) await context.request.post('/trpc/auth.login', { data: as, failOnStatusCode: true })
  await page.goto(route)
  return { page, context, observed }
}

/** Ends the browser of this test file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

/** Names of columns and marks of tokens that the API keeps to itself, or gives to programs alone. */
const secret =
  /password_?hash|\$argon2|email_?key|object_?key|refreshToken|accessToken|eyJ[\w-]{20}/i

function observe(page: Page): Observed & { read(): Promise<unknown> } {
  const observed: Observed = { errors: [], secrets: [], audio: [] }
  const bodies: Promise<void>[] = []
  page.on('pageerror', (error) => observed.errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error')
      observed.errors.push(`${message.text()} ${message.location().url}`)
  })
  page.on('response', (response) => {
    const request = response.request()
    const type = response.headers()['content-type'] ?? ''
    if (response.url().includes('/trpc/')) bodies.push(readAnswer(response))
    if (request.resourceType() !== 'media' && !type.startsWith('audio/')) return
    const { range } = request.headers()
    observed.audio.push({ url: response.url(), status: response.status(), range })
  })
  return { ...observed, read: () => Promise.all(bodies) }

  /** A page that went elsewhere has thrown the bodies of before away. */
  async function readAnswer(response: Response): Promise<void> {
    const body = await response.text().catch(() => '')
    const found = secret.exec(body)
    if (found) observed.secrets.push(`${found[0]} by ${response.url()}`)
  }
}
