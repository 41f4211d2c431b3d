import { sql } from 'kysely'

import { searchPatterns } from '../../text/search-patterns.ts'
import { after, cursorSchema, orderBy, positionOf } from '../../trpc/keyset.ts'
import { listMark, type Page, readCursor, toPage } from '../../trpc/page.ts'
import { adminProcedure, router } from '../../trpc/trpc.ts'
import type { ListenerRow } from '../auth/listener.dto.ts'
import { listenerColumns, listenersLike } from '../auth/listener.sql.ts'
import { joinTrackDetails, trackColumns, tracksLike } from '../tracks/track.sql.ts'
import { type AdminFavoriteDto, type FavoriteRow, toAdminFavoriteDto } from './favorite.dto.ts'
import { favoriteOrder } from './favorite.sql.ts'
import { adminFavoriteListSchema, removeFavoritesSchema } from './favorites.schema.ts'

export const favoritesAdminRouter = router({
  /**
   * Everybody's favourites; `q` is looked for in nicknames, e-mails, titles, artists and albums, and
   * `from` is in, `to` is not. Errors: cursor_invalid.
   */
  list: adminProcedure
    .input(adminFavoriteListSchema)
    .query(async ({ ctx, input }): Promise<Page<AdminFavoriteDto>> => {
      const { cursor, limit, sort = 'newest', ...filters } = input
      const columns = favoriteOrder(sort)
      const mark = listMark('admin.favorites.list', { ...filters, sort })
      const position = readCursor(cursor, mark, cursorSchema(columns))
      const conditions = searchPatterns(filters.q ?? '').map(
        (pattern) =>
          sql`(fav.user_id in ${listenersLike(pattern)} or fav.track_id in ${tracksLike(pattern)})`,
      )
      if (position) conditions.push(after(columns, position))
      if (filters.userId) conditions.push(sql`fav.user_id = ${filters.userId}::uuid`)
      if (filters.trackId) conditions.push(sql`fav.track_id = ${filters.trackId}::uuid`)
      if (filters.from) conditions.push(sql`fav.created_at >= ${filters.from}::timestamptz`)
      if (filters.to) conditions.push(sql`fav.created_at < ${filters.to}::timestamptz`)
      const { rows } = await sql<FavoriteRow & ListenerRow & { position: (string | number)[] }>`
        select ${trackColumns}, ${listenerColumns}, fav.created_at as "favoritedAt",
          ${positionOf(columns)} as position
        from favorites fav join users u on u.id = fav.user_id join tracks t on t.id = fav.track_id
          ${joinTrackDetails(ctx.user.id)}
        where ${sql.join([sql`true`, ...conditions], sql` and `)}
        order by ${orderBy(columns)}
        limit ${limit + 1}`.execute(ctx.em.getKysely())
      return toPage(rows, limit, mark, {
        positionOf: (row) => row.position,
        toItem: toAdminFavoriteDto,
      })
    }),

  /** Takes marks away, up to 500; those that are none are passed over. */
  remove: adminProcedure
    .input(removeFavoritesSchema)
    .mutation(async ({ ctx, input }): Promise<{ count: number }> => {
      const users = input.items.map(({ userId }) => userId)
      const tracks = input.items.map(({ trackId }) => trackId)
      // Locked in one order, or two calls at once could wait for each other.
      const { numAffectedRows } = await sql`
        with going as (
          select user_id, track_id from favorites
          where (user_id, track_id) in (select * from unnest(${users}::uuid[], ${tracks}::uuid[]))
          order by user_id, track_id for update
        )
        delete from favorites fav using going
        where fav.user_id = going.user_id and fav.track_id = going.track_id`.execute(
        ctx.em.getKysely(),
      )
      const count = Number(numAffectedRows ?? 0)
      if (count > 0) ctx.note('rows_removed', { userId: ctx.user.id, kind: 'favorites', count })
      return { count }
    }),
})
