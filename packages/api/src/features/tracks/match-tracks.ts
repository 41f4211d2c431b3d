import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { sql } from 'kysely'

import { createQueue } from '../../credentials/hashing-queue.ts'
import { fold } from '../../text/fold.ts'
import { searchPatterns } from '../../text/search-patterns.ts'
import { guessDescriptions } from './guess-description.ts'
import type { TrackDto } from './track.dto.ts'
import { findTracks } from './tracks.repository.ts'
import type { WantedTrack } from './tracks.schema.ts'

/** By its id; by the same title and artist; or by what is most like it. */
export type MatchKind = 'id' | 'exact' | 'similar'

/** What the library has for one of the tracks that were looked for. */
export interface TrackMatch {
  track: TrackDto | null
  how: MatchKind | null
}

interface Found {
  trackId: string
  how: MatchKind
}

/** One thing that an entry may be called, folded as the library's keys are. */
interface Candidate {
  entry: number
  title: string
  artist: string | null
  album: string | null
  durationMs: number | null
}

/** Entries looked for by likeness in one statement: none takes long, and others get their turn. */
const similarAtOnce = 20
const inTurn = createQueue({ atOnce: 2, waiting: 20 })

/**
 * Looks for tracks that another library, or this one at another time, describes. Removed ones are
 * not found. Errors: rate_limited, when many look already.
 * @returns one answer for each, in the same order
 */
export function matchTracks(
  em: SqlEntityManager,
  userId: string,
  wanted: WantedTrack[],
): Promise<TrackMatch[]> {
  return inTurn(async () => {
    const found = await findByIds(em, wanted)
    const candidates = wanted.flatMap(candidatesOf)
    const isOpen = ({ entry }: Candidate) => !found.has(entry)
    await findExact(em, candidates.filter(isOpen), found)
    const open = candidates.filter((candidate) => isOpen(candidate) && isTelling(candidate))
    for (let from = 0; from < open.length; from += similarAtOnce)
      await findSimilar(em, open.slice(from, from + similarAtOnce).filter(isOpen), found)
    const ids = [...new Set([...found.values()].map(({ trackId }) => trackId))]
    const tracks = new Map((await findTracks(em, userId, ids)).map((track) => [track.id, track]))
    return wanted.map((_, entry): TrackMatch => {
      const { trackId = '', how = null } = found.get(entry) ?? {}
      const track = tracks.get(trackId)
      return track?.available ? { track, how } : { track: null, how: null }
    })
  })
}

function candidatesOf(wanted: WantedTrack, entry: number): Candidate[] {
  return guessDescriptions(wanted).flatMap(({ title, artist, album }) => {
    const folded = fold(title)
    if (!folded) return []
    return {
      entry,
      title: folded,
      artist: artist && (fold(artist) || null),
      album: album && (fold(album) || null),
      durationMs: wanted.durationMs ?? null,
    }
  })
}

/** A letter or a number alone, as in `1.mp3`, is a word of many titles and says nothing. */
function isTelling({ title, artist }: Candidate): boolean {
  const isLatin = !/[^\p{Script=Latin}\p{N}\p{P}\p{Z}]/u.test(title)
  return artist !== null || title.length >= (isLatin ? 4 : 2)
}

async function findByIds(em: SqlEntityManager, wanted: WantedTrack[]): Promise<Map<number, Found>> {
  const ids = wanted.flatMap(({ id }) => id ?? [])
  const { rows } = await sql<{ id: string }>`
    select id from tracks
    where id = any(${ids}::uuid[]) and removed_at is null`.execute(em.getKysely())
  const there = new Set(rows.map(({ id }) => id))
  return new Map(
    wanted.flatMap(({ id }, entry): [number, Found][] =>
      id !== undefined && there.has(id) ? [[entry, { trackId: id, how: 'id' }]] : [],
    ),
  )
}

/** The table of candidates, in the order in which they are to be preferred. */
function tableOf(candidates: Candidate[]) {
  return sql`unnest(
      ${candidates.map(({ entry }) => entry)}::integer[],
      ${candidates.map((_, rank) => rank)}::integer[],
      ${candidates.map(({ title }) => title)}::text[],
      ${candidates.map(({ artist }) => artist)}::text[],
      ${candidates.map(({ album }) => album)}::text[],
      ${candidates.map(({ durationMs }) => durationMs)}::integer[],
      ${candidates.map(({ title }) => patternOf(title))}::text[]
    ) as q (entry, rank, title, artist, album, duration_ms, pattern)`
}

/** What a text with these words, in this order, is like. */
function patternOf(title: string): string {
  return searchPatterns(title).join('').replaceAll('%%', '%')
}

type Row = { entry: number; trackId: string; isExact: boolean }

function note(rows: Row[], found: Map<number, Found>): void {
  for (const { entry, trackId, isExact } of rows)
    found.set(entry, { trackId, how: isExact ? 'exact' : 'similar' })
}

/** Of tracks with that very title and artist the one on that album, then of about that length. */
async function findExact(
  em: SqlEntityManager,
  candidates: Candidate[],
  found: Map<number, Found>,
): Promise<void> {
  if (candidates.length === 0) return
  const { rows } = await sql<Row>`
    select distinct on (q.entry) q.entry, t.id as "trackId", q.artist is not null as "isExact"
    from ${tableOf(candidates)}
    cross join lateral (
      select t.id from tracks t
      join artists a on a.id = t.artist_id
      left join albums al on al.id = t.album_id
      where t.title_key = q.title and t.removed_at is null
        and (a.name_key = q.artist
          or (q.artist is null and abs(t.duration_ms - coalesce(q.duration_ms, t.duration_ms)) <= 3000))
      order by coalesce(al.title_key = q.album, false) desc,
        abs(t.duration_ms - coalesce(q.duration_ms, t.duration_ms)), t.id
      limit 1
    ) t
    order by q.entry, q.rank`.execute(em.getKysely())
  note(rows, found)
}

/**
 * The most alike of the tracks of artists who are called nearly so, where an artist is told; else of
 * those with the words of the title.
 */
async function findSimilar(
  em: SqlEntityManager,
  candidates: Candidate[],
  found: Map<number, Found>,
): Promise<void> {
  if (candidates.length === 0) return
  const { rows } = await sql<Row>`
    with q as (select * from ${tableOf(candidates)}),
    named as materialized (
      select a.artist, near.id from (select distinct artist from q where artist is not null) a
      cross join lateral (
        select id from artists where name_key % a.artist
        order by similarity(name_key, a.artist) desc limit 5
      ) near
    )
    select distinct on (q.entry) q.entry, s.id as "trackId", false as "isExact"
    from q cross join lateral (
      select t.id, t.title_likeness * 0.6 + t.artist_likeness * 0.4
        - case when abs(t.duration_ms - q.duration_ms) > 10000
            then case when q.artist is null then 0.4 else 0.15 end else 0 end as likeness
      from (
        select t.id, t.duration_ms,
          greatest(similarity(t.title_key, q.title), word_similarity(q.title, t.title_key) * 0.9)
            as title_likeness,
          case when q.artist is null then 0.5
            else greatest(
            similarity(a.name_key, q.artist),
            word_similarity(q.artist, a.name_key), word_similarity(a.name_key, q.artist)
          ) end as artist_likeness
        from (
          (select t.id from named n join tracks t on t.artist_id = n.id
            where n.artist = q.artist limit 2000)
          union all
          (select t.id from tracks t
            where q.artist is null and t.search_text like q.pattern limit 200)
        ) near
        join tracks t on t.id = near.id and t.removed_at is null
        join artists a on a.id = t.artist_id
      ) t
      where t.title_likeness >= 0.45 and t.artist_likeness >= 0.45
      order by likeness desc, t.id
      limit 1
    ) s
    where s.likeness >= 0.55
    order by q.entry, s.likeness desc, q.rank`.execute(em.getKysely())
  note(rows, found)
}
