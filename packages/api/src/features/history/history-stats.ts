import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import { toTrackDto, type TrackDto, type TrackRow } from '../tracks/track.dto.ts'
import { joinTrackDetails, trackColumns } from '../tracks/track.sql.ts'

interface Heard {
  plays: number
  listenedMs: number
}

/** What somebody listened to in a span of time, added up. */
export interface HistoryStats extends Heard {
  /** At most 20, the most played first; removed ones too. */
  topTracks: ({ track: TrackDto } & Heard)[]
  /** At most 20, the most played first. */
  topArtists: ({ artist: { id: string; name: string } } & Heard)[]
  /** The last 366 days that have plays, the earliest first; YYYY-MM-DD in the time zone asked for. */
  perDay: ({ day: string } & Heard)[]
}

type StatsRow = Omit<HistoryStats, 'topTracks'> & { topTracks: (TrackRow & Heard)[] }

/** Adds up that user's plays, in one statement; `from` is in, `to` is not. */
export async function readHistoryStats(
  em: SqlEntityManager,
  userId: string,
  { from, to, timeZone = 'UTC' }: { from?: string; to?: string; timeZone?: string },
): Promise<HistoryStats> {
  const sums = sql`count(*)::integer as plays, coalesce(sum(listened_ms), 0)::bigint as "listenedMs"`
  const { rows } = await sql<{ stats: StatsRow }>`
    with heard as materialized (
      select track_id, played_at, listened_ms from plays
      where user_id = ${userId}::uuid
        ${from ? sql`and played_at >= ${from}::timestamptz` : sql``}
        ${to ? sql`and played_at < ${to}::timestamptz` : sql``}
    ), tracks_heard as (
      select track_id, ${sums} from heard group by track_id
    ), top_tracks as (
      select * from tracks_heard order by plays desc, "listenedMs" desc, track_id limit 20
    ), top_artists as (
      select t.artist_id, sum(plays)::integer as plays, sum("listenedMs")::bigint as "listenedMs"
      from tracks_heard h join tracks t on t.id = h.track_id
      group by t.artist_id order by plays desc, "listenedMs" desc, t.artist_id limit 20
    ), days as (
      select (played_at at time zone ${timeZone})::date as day, ${sums}
      from heard group by 1 order by 1 desc limit 366
    )
    select json_build_object(
      'plays', (select coalesce(sum(plays), 0) from tracks_heard),
      'listenedMs', (select coalesce(sum("listenedMs"), 0) from tracks_heard),
      'topTracks', (select coalesce(json_agg(x), '[]') from (
        select ${trackColumns}, h.plays, h."listenedMs"
        from top_tracks h join tracks t on t.id = h.track_id ${joinTrackDetails(userId)}
        order by h.plays desc, h."listenedMs" desc, h.track_id
      ) x),
      'topArtists', (select coalesce(json_agg(x), '[]') from (
        select json_build_object('id', a.id, 'name', a.name) as artist, h.plays, h."listenedMs"
        from top_artists h join artists a on a.id = h.artist_id
        order by h.plays desc, h."listenedMs" desc, a.id
      ) x),
      'perDay', (select coalesce(json_agg(x), '[]') from (
        select to_char(day, 'YYYY-MM-DD') as day, plays, "listenedMs" from days order by days.day
      ) x)
    ) as stats`.execute(em.getKysely())
  const stats = rows[0]?.stats
  if (!stats) throw new Error('an aggregate without a row')
  const topTracks = stats.topTracks.map(({ plays, listenedMs, ...row }) => ({
    track: toTrackDto(row),
    plays,
    listenedMs,
  }))
  return { ...stats, topTracks }
}
