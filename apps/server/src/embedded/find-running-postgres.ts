import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Client } from 'pg'

import { clusterPaths, superuser } from './postgres-cluster.ts'

/**
 * How to reach the PostgreSQL that a server runs in this folder: its lock file tells the port in
 * line 4. Another program at that port learns no password, since SCRAM shows it to nobody.
 * @returns postgresql://... of the database `segue`; null when none answers
 */
export async function findRunningPostgres(directory: string): Promise<string | null> {
  const paths = clusterPaths(directory)
  const lock = await readFile(join(paths.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const password = await readFile(paths.password, 'utf8').catch(() => '')
  const port = lock.split('\n')[3]?.trim()
  if (!port || !password) return null
  const url = `postgresql://${superuser}:${password}@127.0.0.1:${port}/segue`
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return url
  } catch {
    return null
  } finally {
    await client.end()
  }
}
