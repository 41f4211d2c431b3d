import { mkdtemp, rm } from 'node:fs/promises'

import { onTestFinished } from 'vitest'

/** An empty folder for one test. Its path is short, as sockets like it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp('/tmp/segue-faults-')
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
