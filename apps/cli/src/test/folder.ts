import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { onTestFinished } from 'vitest'

/** A folder of its own for one test, with these files; names may be any bytes. */
export async function folderOf(files: [name: string | Buffer, bytes: Buffer][]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'segue-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, bytes] of files) {
    if (typeof name === 'string')
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]), bytes)
  }
  return folder
}
