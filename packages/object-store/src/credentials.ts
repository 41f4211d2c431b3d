import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson, syncDirectory } from './durable-file.ts'
import { systemErrorCode } from './s3-error.ts'

export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
}

/**
 * The store's key pair in `directory/credentials.json`, made on the first call with mode 0600.
 * Callers who race get the same pair. The secret has 240 random bits.
 */
export async function ensureCredentials(directory: string): Promise<Credentials> {
  const path = join(directory, 'credentials.json')
  const existing = await readCredentials(path)
  if (existing) return existing
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const temporary = `${path}.${randomBytes(8).toString('hex')}`
  try {
    await writeSecret(temporary, makeCredentials())
    await linkUnlessThere(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
  await syncDirectory(directory)
  return (await readCredentials(path)) ?? ensureCredentials(directory)
}

async function readCredentials(path: string): Promise<Credentials | undefined> {
  const found = await readJson<Partial<Credentials>>(path)
  if (!found) return undefined
  const { accessKeyId, secretAccessKey } = found
  if (!accessKeyId || !secretAccessKey) throw new Error(`${path} holds no key pair`)
  return { accessKeyId, secretAccessKey }
}

function makeCredentials(): Credentials {
  return {
    accessKeyId: randomBytes(10).toString('hex').toUpperCase(),
    secretAccessKey: randomBytes(30).toString('base64url'),
  }
}

async function writeSecret(path: string, credentials: Credentials): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(credentials, undefined, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// Unlike a rename, a link fails when the file is there: the first of two wins, whole.
async function linkUnlessThere(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
  }
}
