import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

import sparticuz, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

/** Where the Chromium that an npm package ships was unpacked to, with the libraries it needs. */
export interface ChromiumFiles {
  executablePath: string
  libraryPath: string
}

/** Unpacks Chromium, once a machine; nothing has to be installed by hand. Not safe in parallel. */
export async function unpackChromium(): Promise<ChromiumFiles> {
  sparticuz.setGraphicsMode = false
  const executablePath = await sparticuz.executablePath()
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  await inflate(path.join(path.dirname(entry), '..', 'bin', 'al2023.tar.br'))
  return { executablePath, libraryPath: path.join(tmpdir(), 'al2023', 'lib') }
}

/** How the Chromium of a test is started, besides by whom. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--mute-audio',
] as const

/**
 * Without a sandbox of its own, since it also has to run as root, and without calls to its maker.
 * @param args further options of Chromium's own
 */
export function launchChromium(files: ChromiumFiles, args: string[] = []): Promise<Browser> {
  return chromium.launch(optionsOf(files, args))
}

/** A browser whose processes can be stopped as those of a sleeping machine are. */
export async function launchSleeper(files: ChromiumFiles) {
  const server = await chromium.launchServer(optionsOf(files, []))
  const { pid } = server.process()
  if (pid === undefined) throw new Error('the browser did not start')
  return {
    browser: await chromium.connect(server.wsEndpoint()),
    // It leads a group of its own, which all its processes belong to.
    sleep: () => process.kill(-pid, 'SIGSTOP'),
    wake: () => process.kill(-pid, 'SIGCONT'),
    close: () => server.close(),
  }
}

function optionsOf({ executablePath, libraryPath }: ChromiumFiles, args: string[]): LaunchOptions {
  return {
    executablePath,
    headless: true,
    // In a locale without UTF-8 every file with Hangul in its name is called "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: libraryPath },
    args: [...chromiumArguments, ...args],
  }
}
