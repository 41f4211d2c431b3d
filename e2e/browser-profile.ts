import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

import { chromium, type Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'

import type { Account } from './accounts.ts'
import { chromiumArguments } from './chromium.ts'

export interface BrowserProfile {
  /** Starts a browser over this profile and opens a page for who signs in. */
  start(route: string, as: Account): Promise<Page>
  /** Ends the browser as a crash does. */
  kill(): Promise<void>
}

/** A browser profile in a folder of its own, which outlives browsers. It goes with the test. */
export async function openProfile(): Promise<BrowserProfile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'segue-profile-'))
  let running: ChildProcess | undefined
  const kill = async () => {
    const ended = running
    running = undefined
    if (!ended || ended.exitCode !== null) return
    const exit = once(ended, 'exit')
    ended.kill('SIGKILL')
    await exit
  }
  onTestFinished(async () => {
    await kill()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return {
    kill,
    async start(route, as) {
      const { executablePath, libraryPath } = inject('chromium')
      running = spawn(
        executablePath,
        [
          ...chromiumArguments,
          '--headless',
          '--remote-debugging-port=0',
          `--user-data-dir=${folder}`,
        ],
        {
          env: { ...process.env, LD_LIBRARY_PATH: libraryPath },
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      )
      const browser = await chromium.connectOverCDP(await addressOf(running))
      const [context] = browser.contexts()
      if (!context) throw new Error('the browser has no profile')
      const base = inject('serverUrl')
      // A profile that was killed may have kept its cookie, and then the server asks where from.
      const headers = { origin: base }
      const asked = { data: as, headers, failOnStatusCode: true }
      await context.request.post(`${base}/trpc/auth.login`, asked)
      const page = await context.newPage()
      await page.goto(base + route)
      return page
    },
  }
}

/** Where a browser that starts says that it can be steered. */
async function addressOf(browser: ChildProcess): Promise<string> {
  if (!browser.stderr) throw new Error('the browser says nothing')
  for await (const line of createInterface({ input: browser.stderr })) {
    const found = /DevTools listening on (ws:\S+)/.exec(line)
    if (found?.[1]) return found[1]
  }
  throw new Error('the browser did not start')
}
