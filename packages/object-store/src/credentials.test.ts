import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ensureCredentials } from './credentials.ts'

async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'segue-credentials-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return directory
}

it('gives racing callers the same key pair, in a file only its owner can read', async () => {
  const directory = join(await emptyDirectory(), 'not', 'there')
  const pairs = await Promise.all(Array.from({ length: 20 }, () => ensureCredentials(directory)))
  expect(new Set(pairs.map((pair) => JSON.stringify(pair))).size).toBe(1)
  expect(await ensureCredentials(directory)).toEqual(pairs[0])
  expect(pairs[0]?.secretAccessKey).toMatch(/^[\w-]{40}$/)
  expect(await readdir(directory)).toEqual(['credentials.json'])
  expect((await stat(join(directory, 'credentials.json'))).mode & 0o777).toBe(0o600)
})

it('makes different pairs for different directories', async () => {
  const [a, b] = [await emptyDirectory(), await emptyDirectory()]
  expect(await ensureCredentials(a)).not.toEqual(await ensureCredentials(b))
})

it('names the file when it holds no key pair, and leaves it alone', async () => {
  const directory = await emptyDirectory()
  await writeFile(join(directory, 'credentials.json'), '{"accessKeyId":""}')
  await expect(ensureCredentials(directory)).rejects.toThrow('credentials.json holds no key pair')
})
