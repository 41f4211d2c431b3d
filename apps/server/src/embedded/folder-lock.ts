import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { StartError } from '../start-error.ts'

const sqliteBusy = 5

/**
 * Keeps a folder for this process alone, until `release` or the end of the process however it
 * comes: an SQLite file stands in for a lock of the operating system, which Node cannot take.
 * @throws StartError when another process holds the folder
 */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    file.exec('pragma journal_mode = memory; begin exclusive')
  } catch (cause) {
    file.close()
    if ((cause as { errcode?: number }).errcode !== sqliteBusy) throw cause
    throw new StartError(
      `the folder ${folder} is in use by another server: stop that one, or set DATA_DIR to another folder`,
      { cause },
    )
  }
  return { release: () => file.isOpen && file.close() }
}
