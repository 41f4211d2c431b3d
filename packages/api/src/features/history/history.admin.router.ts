import { sql } from 'kysely'

import { searchPatterns } from '../../text/search-patterns.ts'
import { after, cursorSchema, type OrderColumn, orderBy } from '../../trpc/keyset.ts'
import { listMark, type Page, readCursor, toPage } from '../../trpc/page.ts'
import { adminProcedure, router } from '../../trpc/trpc.ts'
import type { ListenerRow } from '../auth/listener.dto.ts'
import { listenerColumns, listenersLike } from '../auth/listener.sql.ts'
import { joinTrackDetails, trackColumns, tracksLike } from '../tracks/track.sql.ts'
import { deletePlays } from './delete-plays.ts'
import { adminHistoryListSchema, removePlaysSchema } from './history.schema.ts'
import { type AdminPlayDto, type PlayRow, toAdminPlayDto } from './play.dto.ts'

export const historyAdminRouter = router({
  /**
   * Everybody's plays; `q` is looked for in nicknames, e-mails, titles, artists and albums, and
   * `from` is in, `to` is not. Errors: cursor_invalid.
   */
  list: adminProcedure
    .input(adminHistoryListSchema)
    .query(async ({ ctx, input }): Promise<Page<AdminPlayDto>> => {
      const { cursor, limit, sort = 'newest', ...filters } = input
      const columns: OrderColumn[] = [
        { expression: sql`p.id`, type: 'uuid', isDescending: sort === 'newest' },
      ]
      const mark = listMark('admin.history.list', { ...filters, sort })
      const position = readCursor(cursor, mark, cursorSchema(columns))
      const conditions = searchPatterns(filters.q ?? '').map(
        (pattern) =>
          sql`(p.user_id in ${listenersLike(pattern)} or p.track_id in ${tracksLike(pattern)})`,
      )
      if (position) conditions.push(after(columns, position))
      if (filters.userId) conditions.push(sql`p.user_id = ${filters.userId}::uuid`)
      if (filters.trackId) conditions.push(sql`p.track_id = ${filters.trackId}::uuid`)
      if (filters.from) conditions.push(sql`p.played_at >= ${filters.from}::timestamptz`)
      if (filters.to) conditions.push(sql`p.played_at < ${filters.to}::timestamptz`)
      const { rows } = await sql<PlayRow & ListenerRow>`
        select ${trackColumns}, ${listenerColumns}, p.id as "playId", p.played_at as "playedAt",
          p.listened_ms as "listenedMs", p.completed
        from plays p join users u on u.id = p.user_id join tracks t on t.id = p.track_id
          ${joinTrackDetails(ctx.user.id)}
        where ${sql.join([sql`true`, ...conditions], sql` and `)}
        order by ${orderBy(columns)}
        limit ${limit + 1}`.execute(ctx.em.getKysely())
      return toPage(rows, limit, mark, {
        positionOf: (row) => [row.playId],
        toItem: toAdminPlayDto,
      })
    }),

  /**
   * Takes plays out of whoever's history, up to 500; unknown ones are passed over. The tracks'
   * playCounts stay.
   */
  remove: adminProcedure
    .input(removePlaysSchema)
    .mutation(async ({ ctx, input }): Promise<{ count: number }> => {
      const count = await deletePlays(ctx.em, sql`id = any(${input.playIds}::uuid[])`)
      if (count > 0) ctx.note('rows_removed', { userId: ctx.user.id, kind: 'plays', count })
      return { count }
    }),
})
