import { sql } from 'kysely'
import { z } from 'zod'

import { ensure } from '../../errors.ts'
import { searchPatterns } from '../../text/search-patterns.ts'
import { listMark, type Page, readCursor, toPage } from '../../trpc/page.ts'
import { router, signedInProcedure } from '../../trpc/trpc.ts'
import { joinTrackDetails, trackColumns } from '../tracks/track.sql.ts'
import { deletePlays } from './delete-plays.ts'
import { type HistoryStats, readHistoryStats } from './history-stats.ts'
import {
  historyListSchema,
  historyStatsSchema,
  removePlaySchema,
  removePlaysSchema,
} from './history.schema.ts'
import { type OwnPlayDto, type OwnPlayRow, toOwnPlayDto } from './play.dto.ts'
import { sourceName } from './play.sql.ts'

const cursorSchema = z.tuple([z.uuid()])

export const historyRouter = router({
  /**
   * What the caller listened to, the latest first; removed tracks keep their lines. `q` is looked
   * for in titles, artists and albums; `from` is in, `to` is not. Errors: cursor_invalid.
   */
  list: signedInProcedure
    .input(historyListSchema)
    .query(async ({ ctx, input }): Promise<Page<OwnPlayDto>> => {
      const { cursor, limit, ...options } = input
      const mark = listMark('history.list', { ...options, userId: ctx.user.id })
      const position = readCursor(cursor, mark, cursorSchema)
      const conditions = [
        sql`p.user_id = ${ctx.user.id}::uuid`,
        ...searchPatterns(input.q ?? '').map((pattern) => sql`t.search_text like ${pattern}`),
      ]
      if (position) conditions.push(sql`p.id < ${position[0]}::uuid`)
      if (input.trackId) conditions.push(sql`p.track_id = ${input.trackId}::uuid`)
      if (input.completed !== undefined) conditions.push(sql`p.completed = ${input.completed}`)
      if (input.from) conditions.push(sql`p.played_at >= ${input.from}::timestamptz`)
      if (input.to) conditions.push(sql`p.played_at < ${input.to}::timestamptz`)
      const { rows } = await sql<OwnPlayRow>`
        select ${trackColumns}, p.id as "playId", p.played_at as "playedAt",
          p.listened_ms as "listenedMs", p.completed, p.source_kind as "sourceKind",
          p.source_id as "sourceId", ${sourceName(ctx.user.id)} as "sourceName"
        from plays p join tracks t on t.id = p.track_id ${joinTrackDetails(ctx.user.id)}
        where ${sql.join(conditions, sql` and `)}
        order by p.id desc
        limit ${limit + 1}`.execute(ctx.em.getKysely())
      return toPage(rows, limit, mark, { positionOf: (row) => [row.playId], toItem: toOwnPlayDto })
    }),

  /**
   * Takes one line out of the caller's history; the track's playCount stays, since it was played.
   * Errors: not_found, for another's line too.
   */
  remove: signedInProcedure
    .input(removePlaySchema)
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      const mine = sql`id = ${input.playId}::uuid and user_id = ${ctx.user.id}::uuid`
      const removed = await deletePlays(ctx.em, mine)
      ensure(removed > 0, 'not_found')
      return {}
    }),

  /**
   * Takes up to 500 lines out of the caller's history and counts those that were in it; others, and
   * other people's, are passed over. The tracks' playCounts stay.
   */
  removeMany: signedInProcedure
    .input(removePlaysSchema)
    .mutation(async ({ ctx, input }): Promise<{ count: number }> => {
      const mine = sql`id = any(${input.playIds}::uuid[]) and user_id = ${ctx.user.id}::uuid`
      return { count: await deletePlays(ctx.em, mine) }
    }),

  /** Empties the caller's history; the tracks' playCounts stay. */
  clear: signedInProcedure.mutation(async ({ ctx }): Promise<Record<string, never>> => {
    await deletePlays(ctx.em, sql`user_id = ${ctx.user.id}::uuid`)
    return {}
  }),

  /**
   * The caller's listening in a span of time (`from` is in, `to` is not), added up: its sums, the 20
   * tracks, artists, albums and genres played most, and the hours, weekdays, years and last 366 days
   * with plays, as clocks of `timeZone` show them (an IANA name, UTC without one).
   */
  stats: signedInProcedure
    .input(historyStatsSchema.default({}))
    .query(({ ctx, input }): Promise<HistoryStats> => readHistoryStats(ctx.em, ctx.user.id, input)),
})
