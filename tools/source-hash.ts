import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const ignored = new Set(['node_modules', 'dist', '.types'])

/**
 * One hash over the names and bytes of files: it changes when any of them does.
 * @param sources files and folders
 */
export async function hashSources(sources: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of await filesOf(source)) {
      hash.update(`${relative(source, file)}\0`)
      hash.update(
        createHash('sha256')
          .update(await readFile(file))
          .digest(),
      )
    }
  }
  return hash.digest('hex')
}

async function filesOf(source: string): Promise<string[]> {
  const entries = await readdir(source, { withFileTypes: true }).catch(() => null)
  if (!entries) return [source]
  const kept = entries
    .filter(({ name }) => !ignored.has(name) && !/\.test\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const nested = await Promise.all(
    kept.map((entry) => {
      const path = join(source, entry.name)
      return entry.isDirectory() ? filesOf(path) : [path]
    }),
  )
  return nested.flat()
}
