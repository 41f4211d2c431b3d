import { sql } from 'kysely'

import type { OrderColumn } from '../../trpc/keyset.ts'
import { shuffleOrder } from './shuffle-order.ts'
import type { TrackSort } from './tracks.schema.ts'

const id: OrderColumn = { expression: sql`t.id`, type: 'uuid' }
const newestFirst: OrderColumn = { ...id, isDescending: true }
const mostPlayed: OrderColumn[] = [
  { expression: sql`t.play_count`, type: 'integer', isDescending: true },
  newestFirst,
]
const title: OrderColumn = { expression: sql`t.title_key`, type: 'text' }
const albumTitle: OrderColumn = { expression: sql`coalesce(al.title_key, '')`, type: 'text' }
const album: OrderColumn = {
  expression: sql`coalesce(t.album_id, '00000000-0000-0000-0000-000000000000')`,
  type: 'uuid',
}
const disc: OrderColumn = {
  expression: sql`coalesce(t.disc_number, 0)::integer`,
  type: 'integer',
}
const number: OrderColumn = {
  expression: sql`coalesce(t.track_number, 0)::integer`,
  type: 'integer',
}

/**
 * The order of a list of tracks, total, since its last column is the id.
 * @param words the folded query, for `relevance`
 * @param seed which shuffle, for `shuffle`
 */
export function trackOrder(sort: TrackSort, words: string, seed: number): OrderColumn[] {
  switch (sort) {
    case 'newest':
      return [newestFirst]
    case 'oldest':
      return [id]
    case 'title':
      return [title, id]
    case 'artist':
      return [{ expression: sql`a.name_key`, type: 'text' }, albumTitle, disc, number, title, id]
    case 'album':
      return [albumTitle, album, disc, number, title, id]
    case 'popular':
      return mostPlayed
    case 'duration':
      return [{ expression: sql`t.duration_ms`, type: 'integer' }, id]
    case 'shuffle':
      return [{ expression: shuffleOrder(seed).place, type: 'integer' }, id]
    case 'relevance':
      return relevance(words)
  }
}

/**
 * Titles that are the query, then those that begin with it, then where a word of the title does, an
 * artist or an album, and where it stands within a word; what plays most first among equals. Only
 * where its words stand apart is likeness worked out, which costs a hundred times as much.
 */
function relevance(words: string): OrderColumn[] {
  const tier = sql`(case
    when t.title_key = ${words} then 3
    when starts_with(t.title_key, ${words}) then 2.5
    when position(' ' || ${words} in t.title_key) > 0 then 2.25
    when position(chr(10) || ${words} in t.search_text) > 0 then 2
    when position(${words} in t.title_key) > 0 then 1.75
    when position(${words} in t.search_text) > 0 then 1.5
    else (word_similarity(${words}, t.title_key) * 2
      + word_similarity(${words}, t.search_text)) / 3
  end)::real`
  return [{ expression: tier, type: 'real', isDescending: true }, ...mostPlayed]
}
