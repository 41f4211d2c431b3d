import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { compressFolder } from './compress.ts'
import { hashSources } from './source-hash.ts'

/** Says from which sources a build was made. */
const hashFile = '.source-hash'

export interface AppBuild {
  /** The app's folder; the result is its `dist`. */
  folder: string
  /** Files and folders outside of it that go into the build. */
  sources: string[]
  /** The command that builds into the folder whose name is appended. */
  command: string[]
}

/** Whether `dist` is missing or was built from other sources; with the hash of the present ones. */
export async function checkStale({ folder, sources }: AppBuild) {
  const hash = await hashSources([folder, ...sources])
  const built = await readFile(join(folder, 'dist', hashFile), 'utf8').catch(() => '')
  return { isStale: built !== hash, hash }
}

/**
 * Builds beside the old `dist` and puts the new one in its place when it is whole.
 * @throws with the builder's output when it fails
 */
export async function buildApp({ folder, command }: AppBuild, hash: string): Promise<void> {
  const fresh = join(folder, 'node_modules', `.dist-${process.pid}`)
  try {
    await run([...command, fresh], folder)
    await compressFolder(fresh)
    await writeFile(join(fresh, hashFile), hash)
    await rm(join(folder, 'dist'), { recursive: true, force: true })
    await rename(fresh, join(folder, 'dist'))
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

async function run([program = '', ...args]: string[], cwd: string): Promise<void> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(output.trim())
}
