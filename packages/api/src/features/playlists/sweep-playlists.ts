import { sql } from 'kysely'

import type { Services } from '../../services.ts'
import { keptMs } from './playlist.policy.ts'

/** Deletes what was removed from playlists, and removed playlists, a month ago or earlier. */
export async function sweepPlaylists(
  { orm }: Pick<Services, 'orm'>,
  now: Date = new Date(),
): Promise<void> {
  const before = new Date(now.getTime() - keptMs).toISOString()
  const database = orm.em.fork().getKysely()
  await sql`delete from playlist_tracks where removed_at < ${before}::timestamptz`.execute(database)
  await sql`delete from playlists where removed_at < ${before}::timestamptz`.execute(database)
}
