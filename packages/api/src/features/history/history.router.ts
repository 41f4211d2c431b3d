import { sql } from 'kysely'
import { z } from 'zod'

import { listMark, type Page, readCursor, toPage } from '../../trpc/page.ts'
import { router, signedInProcedure } from '../../trpc/trpc.ts'
import { joinTrackDetails, trackColumns } from '../tracks/track.sql.ts'
import { historyListSchema } from './history.schema.ts'
import { type PlayDto, type PlayRow, toPlayDto } from './play.dto.ts'

const cursorSchema = z.tuple([z.uuid()])

export const historyRouter = router({
  /** What the caller listened to, the latest first; removed tracks keep their lines. */
  list: signedInProcedure
    .input(historyListSchema)
    .query(async ({ ctx, input }): Promise<Page<PlayDto>> => {
      const { cursor, limit, ...options } = input
      const mark = listMark('history.list', { ...options, userId: ctx.user.id })
      const position = readCursor(cursor, mark, cursorSchema)
      const conditions = [sql`p.user_id = ${ctx.user.id}::uuid`]
      if (position) conditions.push(sql`p.id < ${position[0]}::uuid`)
      if (input.trackId) conditions.push(sql`p.track_id = ${input.trackId}::uuid`)
      if (input.from) conditions.push(sql`p.played_at >= ${input.from}::timestamptz`)
      if (input.to) conditions.push(sql`p.played_at < ${input.to}::timestamptz`)
      const { rows } = await sql<PlayRow>`
        select ${trackColumns}, p.id as "playId", p.played_at as "playedAt",
          p.listened_ms as "listenedMs", p.completed
        from plays p join tracks t on t.id = p.track_id ${joinTrackDetails(ctx.user.id)}
        where ${sql.join(conditions, sql` and `)}
        order by p.id desc
        limit ${limit + 1}`.execute(ctx.em.getKysely())
      return toPage(rows, limit, mark, { positionOf: (row) => [row.playId], toItem: toPlayDto })
    }),
})
