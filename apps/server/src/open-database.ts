import { join } from 'node:path'

import { checkDatabase } from './check-database.ts'
import type { Config } from './config.ts'
import { findRunningPostgres } from './embedded/find-running-postgres.ts'
import { startPostgres } from './embedded/postgres.ts'
import { prepareDataDir } from './secrets.ts'

export interface OpenDatabase {
  url: string
  /** Ends what was started for it. */
  stop(): Promise<void>
}

/**
 * The database of the settings, for a command beside the server: the embedded one is reached where
 * a server runs it, and else started for as long as the command takes.
 * @throws StartError
 */
export async function openDatabase(
  { databaseUrl, dataDir }: Config,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  const stop = async () => {}
  if (databaseUrl) {
    await checkDatabase(databaseUrl)
    return { url: databaseUrl, stop }
  }
  const directory = join(dataDir, 'postgres')
  const running = await findRunningPostgres(directory)
  if (running) return { url: running, stop }
  await prepareDataDir(dataDir)
  try {
    return await startPostgres({ directory, onProgress: say })
  } catch (error) {
    // A server may have begun to run it just now.
    const begun = await findRunningPostgres(directory)
    if (!begun) throw error
    return { url: begun, stop }
  }
}
