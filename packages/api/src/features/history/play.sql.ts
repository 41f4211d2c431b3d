import { type RawBuilder, sql } from 'kysely'

import { isVisibleTo } from '../playlists/playlist.sql.ts'

/**
 * The name of the album or the playlist from which a row `p` of plays was begun, as far as that user
 * may see it. Inside, `p` is the playlist, and the columns without a table are the play's.
 */
export function sourceName(userId: string): RawBuilder<unknown> {
  return sql`case source_kind
    when 'album' then (select al.title from albums al where al.id = source_id)
    when 'playlist' then (
      select p.name from playlists p join users o on o.id = p.owner_id
      where p.id = source_id and ${isVisibleTo(userId)}
    ) end`
}
