import { randomBytes } from 'node:crypto'
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Layout } from './layout.ts'

/**
 * Blobs that a change of one record brings or drops. Written before the change: whatever moment
 * the process dies in, the record then says which of these blobs are still wanted.
 */
export interface JournalEntry {
  /** Name of the entry's own file. */
  id: string
  bucket: string
  key: string
  blobs: readonly string[]
  uploadId?: string
}

/** Notes of unfinished clean-up, so that opening a store need not look at every object. */
export class Journal {
  readonly #directory: string

  constructor(layout: Layout) {
    this.#directory = layout.journal
  }

  /** Not synced: losing an entry to a power cut costs disk space, never an object. */
  async begin(change: Omit<JournalEntry, 'id'>): Promise<JournalEntry> {
    const entry = { id: randomBytes(16).toString('hex'), ...change }
    try {
      await writeFile(join(this.#directory, entry.id), JSON.stringify(entry), { flag: 'wx' })
    } catch (error) {
      await this.end(entry)
      throw error
    }
    return entry
  }

  async end(entry: JournalEntry): Promise<void> {
    await rm(join(this.#directory, entry.id), { force: true })
  }

  /** The entries a killed process left; torn ones are dropped. */
  async *unfinished(): AsyncGenerator<JournalEntry> {
    for (const id of await readdir(this.#directory)) {
      const path = join(this.#directory, id)
      try {
        yield JSON.parse(await readFile(path, 'utf8')) as JournalEntry
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        await rm(path)
      }
    }
  }
}
