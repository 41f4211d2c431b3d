import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { type RawBuilder, sql } from 'kysely'

import { coverPath } from '../../storage/cover-path.ts'
import { toTrackDto, type TrackDto, type TrackRow } from '../tracks/track.dto.ts'
import { joinTrackDetails, trackColumns } from '../tracks/track.sql.ts'

interface Heard {
  plays: number
  listenedMs: number
}

interface Named {
  id: string
  name: string
}

interface AlbumHeard {
  id: string
  title: string
  artist: Named
  coverUrl: string | null
}

/** What somebody listened to in a span of time, added up. Whatever has no plays is left out. */
export interface HistoryStats extends Heard {
  /** How many different ones were heard. */
  distinct: { tracks: number; artists: number; albums: number }
  /** At most 20, the most played first; removed ones too. */
  topTracks: ({ track: TrackDto } & Heard)[]
  /** At most 20, the most played first. */
  topArtists: ({ artist: Named } & Heard)[]
  /** At most 20, the most played first. */
  topAlbums: ({ album: AlbumHeard } & Heard)[]
  /** At most 20, the most played first. */
  topGenres: ({ genre: string } & Heard)[]
  /** By the hour in which a play began, 0 to 23. */
  perHour: ({ hour: number } & Heard)[]
  /** By the day of the week, 1 (Monday) to 7 (Sunday). */
  perWeekday: ({ weekday: number } & Heard)[]
  /** The last 366 days that have plays, the earliest first; YYYY-MM-DD in the time zone asked for. */
  perDay: ({ day: string } & Heard)[]
  /** Every year that has plays, the earliest first. */
  perYear: ({ year: number } & Heard)[]
  /** The most days in a row that have plays, the latest of as many; null without any. */
  longestStreak: { days: number; from: string; to: string } | null
  /** When the earliest play of all that are kept began, within the span or not. */
  firstPlayedAt: string | null
}

type StatsRow = Omit<HistoryStats, 'topTracks' | 'topAlbums'> & {
  topTracks: (TrackRow & Heard)[]
  topAlbums: ({ album: Omit<AlbumHeard, 'coverUrl'> & { coverId: string | null } } & Heard)[]
}

/** Adds up that user's plays, in one statement; `from` is in, `to` is not. */
export async function readHistoryStats(
  em: SqlEntityManager,
  userId: string,
  { from, to, timeZone = 'UTC' }: { from?: string; to?: string; timeZone?: string },
): Promise<HistoryStats> {
  const { rows } = await sql<{ stats: StatsRow }>`
    with heard as materialized (
      select track_id, played_at at time zone ${timeZone} as clock, listened_ms from plays
      where user_id = ${userId}::uuid
        ${from ? sql`and played_at >= ${from}::timestamptz` : sql``}
        ${to ? sql`and played_at < ${to}::timestamptz` : sql``}
    ), tracks_heard as materialized (
      select h.*, t.artist_id, t.album_id, t.genre from (
        select track_id, ${sums} from heard group by track_id
      ) h join tracks t on t.id = h.track_id
    ), hours as materialized (
      select date_trunc('hour', clock) as hour, ${sums} from heard group by 1
    ), days as materialized (
      select hour::date as day, ${sumsOfSums} from hours group by 1
    )
    select json_build_object(
      'plays', (select coalesce(sum(plays), 0) from tracks_heard),
      'listenedMs', (select coalesce(sum("listenedMs"), 0) from tracks_heard),
      'distinct', (select json_build_object(
        'tracks', count(*), 'artists', count(distinct artist_id), 'albums', count(distinct album_id)
      ) from tracks_heard),
      'topTracks', ${topTracks(userId)},
      'topArtists', ${topArtists},
      'topAlbums', ${topAlbums},
      'topGenres', ${topGenres},
      'perHour', ${per(sql`hour`, sql`extract(hour from hour)::integer`, 'hours')},
      'perWeekday', ${per(sql`weekday`, sql`extract(isodow from day)::integer`, 'days')},
      'perDay', ${perDay},
      'perYear', ${per(sql`year`, sql`extract(year from day)::integer`, 'days')},
      'longestStreak', ${longestStreak},
      'firstPlayedAt', (select min(played_at) from plays where user_id = ${userId}::uuid)
    ) as stats`.execute(em.getKysely())
  const stats = rows[0]?.stats
  if (!stats) throw new Error('an aggregate without a row')
  return toHistoryStats(stats)
}

function toHistoryStats(row: StatsRow): HistoryStats {
  const { firstPlayedAt } = row
  return {
    ...row,
    topTracks: row.topTracks.map(({ plays, listenedMs, ...track }) => ({
      track: toTrackDto(track),
      plays,
      listenedMs,
    })),
    topAlbums: row.topAlbums.map(({ album: { coverId, ...album }, ...heard }) => ({
      album: { ...album, coverUrl: coverPath(coverId) },
      ...heard,
    })),
    firstPlayedAt: firstPlayedAt && new Date(firstPlayedAt).toISOString(),
  }
}

const sums = sql`count(*)::integer as plays, coalesce(sum(listened_ms), 0)::bigint as "listenedMs"`

/** The same of what was added up already. */
const sumsOfSums = sql`sum(plays)::integer as plays, sum("listenedMs")::bigint as "listenedMs"`

/** Rows as one JSON array, in their order. */
function listOf(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(x), '[]') from (${rows}) x)`
}

/** The 20 of that column with the most plays; where plays and time are alike, in the order of ids. */
function top(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select ${column}, ${sumsOfSums} from tracks_heard where ${column} is not null
    group by ${column} order by ${mostPlayed}, ${column} limit 20
  )`
}

const mostPlayed = sql`plays desc, "listenedMs" desc`

function topTracks(userId: string): RawBuilder<unknown> {
  return listOf(sql`
    select ${trackColumns}, h.plays, h."listenedMs"
    from ${top(sql`track_id`)} h join tracks t on t.id = h.track_id ${joinTrackDetails(userId)}
    order by ${mostPlayed}, h.track_id`)
}

const topArtists = listOf(sql`
  select json_build_object('id', a.id, 'name', a.name) as artist, h.plays, h."listenedMs"
  from ${top(sql`artist_id`)} h join artists a on a.id = h.artist_id
  order by ${mostPlayed}, h.artist_id`)

const topAlbums = listOf(sql`
  select json_build_object(
    'id', al.id, 'title', al.title, 'artist', json_build_object('id', a.id, 'name', a.name),
    'coverId', al.cover_id
  ) as album, h.plays, h."listenedMs"
  from ${top(sql`album_id`)} h join albums al on al.id = h.album_id
    join artists a on a.id = al.artist_id
  order by ${mostPlayed}, h.album_id`)

const topGenres = listOf(top(sql`genre`))

/** Sums by what tells the rows of `hours` or `days` apart, in its order. */
function per(
  name: RawBuilder<unknown>,
  value: RawBuilder<unknown>,
  table: 'hours' | 'days',
): RawBuilder<unknown> {
  return listOf(sql`
    select ${value} as ${name}, ${sumsOfSums} from ${sql.raw(table)} group by 1 order by 1`)
}

const perDay = listOf(sql`
  select to_char(day, 'YYYY-MM-DD') as day, plays, "listenedMs"
  from (select * from days order by days.day desc limit 366) last order by last.day`)

/** Days in a row have the same distance from their places in the order of days. */
const longestStreak = sql`(
  select json_build_object(
    'days', count(*),
    'from', to_char(min(day), 'YYYY-MM-DD'), 'to', to_char(max(day), 'YYYY-MM-DD')
  ) from (select day, day - row_number() over (order by day)::integer as start from days) placed
  group by start order by count(*) desc, start desc limit 1
)`
