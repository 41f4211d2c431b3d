import { type RawBuilder, sql } from 'kysely'

import { searchPatterns } from '../../text/search-patterns.ts'

/** How many of the first entries covers are looked for in. */
const coverEntries = 24

/**
 * The columns of a `PlaylistRow` of rows `p`; their tables come from `joinPlaylistDetails`.
 */
export const playlistColumns = sql`
  p.id, p.name, p.description, p.is_public as "isPublic", p.slug,
  p.owner_id as "ownerId", o.nickname as "ownerNickname",
  s."trackCount", s."durationMs", c."coverIds",
  p.created_at as "createdAt", p.updated_at as "updatedAt"`

/** Joins to rows `p` of playlists what a `PlaylistRow` tells besides. */
export const joinPlaylistDetails = sql`
  join users o on o.id = p.owner_id
  cross join lateral (
    select count(*)::integer as "trackCount", coalesce(sum(t.duration_ms), 0)::float8 as "durationMs"
    from playlist_tracks e join tracks t on t.id = e.track_id
    where e.playlist_id = p.id and e.removed_at is null
  ) s
  cross join lateral (
    select coalesce(json_agg(cover_id order by position), '[]') as "coverIds" from (
      select cover_id, min(position) as position from (
        select coalesce(t.cover_id, al.cover_id) as cover_id, e.position
        from (
          select track_id, position from playlist_tracks
          where playlist_id = p.id and removed_at is null
          order by position limit ${sql.lit(coverEntries)}
        ) e
        join tracks t on t.id = e.track_id and t.removed_at is null
        left join albums al on al.id = t.album_id
      ) first where cover_id is not null
      group by cover_id order by min(position) limit 4
    ) covers
  ) c`

/**
 * Whether somebody may see a playlist `p`: their own, or a public one whose owner `o` is not
 * disabled, unless it was removed. What else there is does not exist for them.
 * @param userId null: who is signed out
 */
export function isVisibleTo(userId: string | null): RawBuilder<unknown> {
  return sql`(p.removed_at is null
    and (p.owner_id = ${userId}::uuid or (p.is_public and o.disabled_at is null)))`
}

/** Conditions on a playlist `p`: each word of the query occurs in its name. */
export function nameMatches(q: string): RawBuilder<unknown>[] {
  return searchPatterns(q).map((pattern) => nameLike(pattern))
}

/** Whether that pattern occurs in the folded name of a playlist `p`. */
export function nameLike(pattern: string): RawBuilder<unknown> {
  return sql`lower(unaccent(normalize(p.name, NFKC))) like ${pattern}`
}
