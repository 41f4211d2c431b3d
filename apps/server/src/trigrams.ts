import type { Client } from 'pg'

/**
 * Whether search would find Hangul in this database: with LC_CTYPE=C it has no trigrams of it.
 * Leaves the database as it was.
 * @throws where the extension pg_trgm is missing and may not be created
 */
export async function hasHangulTrigrams(client: Client): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('create extension if not exists pg_trgm')
    const { rows } = await client.query<{ trigrams: string[] }>(
      `select show_trgm('밤편지') as trigrams`,
    )
    return (rows[0]?.trigrams.length ?? 0) > 0
  } finally {
    await client.query('rollback')
  }
}
