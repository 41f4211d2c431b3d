import type { SqlEntityManager } from '@mikro-orm/postgresql'

import type { TestClient } from './test-app.ts'

export interface Entry {
  entryId: string
  trackId: string
}

/** All entries of a playlist as a reader sees them who takes so many at once. */
export async function readEntries({ api }: TestClient, id: string, limit = 100): Promise<Entry[]> {
  const entries: Entry[] = []
  let cursor: string | undefined
  do {
    const page = await api.playlists.tracks({ id, limit, cursor })
    entries.push(...page.items.map(({ entryId, track }) => ({ entryId, trackId: track.id })))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return entries
}

/** Leaves no number between two entries, so that room has to be made for whatever comes between. */
export async function squeezeEntries(em: SqlEntityManager, id: string): Promise<void> {
  await em.execute(
    `update playlist_tracks e set position = n.rank from (
       select id, row_number() over (order by position) as rank
       from playlist_tracks where playlist_id = ?
     ) n where e.id = n.id`,
    [id],
  )
}
