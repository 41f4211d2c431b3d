import { Client } from 'pg'

import { StartError } from '../start-error.ts'
import { hasHangulTrigrams } from '../trigrams.ts'

/**
 * Makes the database that `url` names where there is none, and makes sure that search can work.
 * @throws StartError when trigrams of Hangul come out empty, as with LC_CTYPE=C
 */
export async function prepareDatabase(url: string): Promise<void> {
  const admin = new URL(url)
  const name = admin.pathname.slice(1)
  admin.pathname = '/postgres'
  const client = new Client({ connectionString: admin.href })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return
    if (!(await hasHangulTrigrams(client)))
      throw new StartError(
        'this machine has no UTF-8 locale, and search would not find Hangul: install C.UTF-8, remove the new folder of the database and start again',
      )
    await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
