import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { TestProject } from 'vitest/node'

import { startServer } from '../apps/server/src/test/server-process.ts'
import { type ChromiumFiles, unpackChromium } from './chromium.ts'

export const admin = { email: 'keeper@example.com', password: 'keeper of the library' }

declare module 'vitest' {
  interface ProvidedContext {
    chromium: ChromiumFiles
    /** Where the server under test answers. */
    serverUrl: string
  }
}

/** One server for all browser tests: the real program, on an empty data folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(tmpdir(), 'segue-e2e-'))
  const [chromium, server] = await Promise.all([
    unpackChromium(),
    startServer({
      settings: {
        DATA_DIR: path.join(directory, 'data'),
        DEMO: 'off',
        ADMIN_EMAIL: admin.email,
        ADMIN_PASSWORD: admin.password,
        // All these browsers share one address.
        LIMIT_REGISTER_PER_ADDRESS: '0',
        LIMIT_CALLS_PER_ADDRESS: '0',
      },
    }),
  ])
  project.provide('chromium', chromium)
  project.provide('serverUrl', server.url)
  return async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
