import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { StartError } from './start-error.ts'

/**
 * The key that signs access tokens, made on the first start: 64 hex digits in
 * `DATA_DIR/secret-key`, mode 0600.
 */
export async function ensureSecretKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret-key')
  const known = await readFile(file, 'utf8').catch(ifMissing)
  if (known === undefined) {
    const key = randomBytes(32).toString('hex')
    await writeSecret(file, key)
    return key
  }
  if (Buffer.byteLength(known.trim()) >= 32) return known.trim()
  throw new StartError(`${file} is damaged: remove it, and a new key is made (apps sign in again)`)
}

/** Writes a file that only this user can read; it is there whole or not at all. */
export async function writeSecret(file: string, text: string): Promise<void> {
  const unfinished = `${file}.unfinished`
  await writeFile(unfinished, text, { mode: 0o600, flush: true })
  await rename(unfinished, file)
}

/**
 * Level by level: Node's own way goes round for ever where a parent is there and takes no folders,
 * as /proc does.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o711 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    const parent = dirname(folder)
    if (code !== 'ENOENT' || parent === folder || existsSync(parent)) throw error
    await makeFolder(parent)
    await mkdir(folder, { mode: 0o711 })
  }
}

/**
 * Makes the data folder. Others may only pass through: PostgreSQL can be another user, and has a
 * folder of its own in it.
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir)
    await using probe = await open(join(dataDir, 'lock'), 'a', 0o600)
    await probe.datasync()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new StartError(
      `the folder ${dataDir} cannot be written (${code}): set DATA_DIR to another, or change its owner`,
      { cause },
    )
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
