import { Client } from 'pg'

import { StartError } from './start-error.ts'
import { hasHangulTrigrams } from './trigrams.ts'

const oldestVersion = 15

/**
 * Makes sure that the database of the settings can be used at all.
 * @throws StartError naming its host, never its password
 */
export async function checkDatabase(url: string): Promise<void> {
  const { host, pathname } = new URL(url)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (cause) {
    const { code = 'no answer' } = cause as { code?: string }
    throw new StartError(explain(code, host, pathname.slice(1)), { cause })
  }
  try {
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    )
    const version = Math.floor(Number(rows[0]?.version) / 10_000)
    if (version < oldestVersion)
      throw new StartError(
        `the database at ${host} is PostgreSQL ${version}: Segue needs ${oldestVersion} or newer`,
      )
    await checkTrigrams(client, host)
  } finally {
    await client.end()
  }
}

async function checkTrigrams(client: Client, host: string): Promise<void> {
  const isFound = await hasHangulTrigrams(client).catch((cause: Error) => {
    throw new StartError(
      `the database at ${host} lacks the extension pg_trgm (${cause.message}): create it, or let its user`,
      { cause },
    )
  })
  if (!isFound)
    throw new StartError(
      "search in this database would not find Hangul: make it anew with LC_CTYPE 'C.UTF-8' (create database ... template template0 locale 'C.UTF-8')",
    )
}

/** See "PostgreSQL Error Codes", appendix A of its manual. */
function explain(code: string, host: string, database: string): string {
  if (code.startsWith('28'))
    return `the database at ${host} refuses the sign-in: correct DATABASE_URL`
  if (code === '3D000')
    return `there is no database '${database}' at ${host}: create it, or correct DATABASE_URL`
  return `cannot reach the database at ${host} (${code}): start it, or correct DATABASE_URL`
}
