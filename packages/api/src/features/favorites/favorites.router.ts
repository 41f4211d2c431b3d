import { sql } from 'kysely'

import { after, cursorSchema, orderBy, positionOf } from '../../trpc/keyset.ts'
import { listMark, type Page, readCursor, toPage } from '../../trpc/page.ts'
import { router, signedInProcedure } from '../../trpc/trpc.ts'
import { joinTrackDetails, trackColumns } from '../tracks/track.sql.ts'
import { Favorite } from './favorite.entity.ts'
import { favoriteOrder } from './favorite.sql.ts'
import { type FavoriteDto, type FavoriteRow, toFavoriteDto } from './favorite.dto.ts'
import { favoriteListSchema, favoriteTrackSchema, setFavoriteSchema } from './favorites.schema.ts'
import { setFavorite } from './set-favorite.ts'

export const favoritesRouter = router({
  /**
   * Turns the caller's mark on a track over, and says what it is now.
   * Errors: not_found, for a removed track too unless it is a favourite.
   */
  toggle: signedInProcedure
    .input(favoriteTrackSchema)
    .mutation(async ({ ctx, input }): Promise<{ favorite: boolean }> => {
      const key = { userId: ctx.user.id, trackId: input.trackId }
      return { favorite: await setFavorite(ctx.em, key) }
    }),

  /**
   * Marks a track as a favourite of the caller's, or no more; safe to retry. The mark of a removed
   * track can be kept and taken away, not made. Errors: not_found.
   */
  set: signedInProcedure
    .input(setFavoriteSchema)
    .mutation(async ({ ctx, input }): Promise<{ favorite: boolean }> => {
      const key = { userId: ctx.user.id, trackId: input.trackId }
      return { favorite: await setFavorite(ctx.em, key, input.favorite) }
    }),

  /**
   * The caller's favourites, the last marked first; removed tracks stay. From a cursor on, or behind
   * as many as `offset` tells. Errors: cursor_invalid, input_invalid for both at once.
   */
  list: signedInProcedure
    .input(favoriteListSchema)
    .query(async ({ ctx, input }): Promise<Page<FavoriteDto>> => {
      const { cursor, offset, limit, after: begin } = input
      const columns = favoriteOrder('newest')
      const mark = listMark('favorites.list', { userId: ctx.user.id })
      const key = { user: ctx.user.id, track: begin ?? '' }
      const start =
        begin === undefined || offset !== undefined ? null : await ctx.em.findOne(Favorite, key)
      const position =
        readCursor(cursor, mark, cursorSchema(columns)) ??
        (start && [start.createdAt.toISOString(), key.track, key.user])
      const { rows } = await sql<FavoriteRow & { position: (string | number)[] }>`
        select ${trackColumns}, fav.created_at as "favoritedAt", ${positionOf(columns)} as position
        from favorites fav join tracks t on t.id = fav.track_id ${joinTrackDetails(ctx.user.id)}
        where fav.user_id = ${ctx.user.id}::uuid
          ${position ? sql`and ${after(columns, position)}` : sql``}
          ${
            offset === undefined
              ? sql``
              : sql`and fav.track_id in (
                  select fav.track_id from favorites fav where fav.user_id = ${ctx.user.id}::uuid
                  order by ${orderBy(columns)} offset ${offset} limit ${limit + 1})`
          }
        order by ${orderBy(columns)}
        limit ${limit + 1}`.execute(ctx.em.getKysely())
      return toPage(rows, limit, mark, {
        positionOf: (row) => row.position,
        toItem: toFavoriteDto,
      })
    }),

  /** How many favourites the caller has. */
  count: signedInProcedure.query(async ({ ctx }): Promise<{ count: number }> => {
    return { count: await ctx.em.count(Favorite, { user: ctx.user.id }) }
  }),
})
