import { sql } from 'kysely'

import type { OrderColumn } from '../../trpc/keyset.ts'
import type { TrackSort } from './tracks.schema.ts'

const id: OrderColumn = { expression: sql`t.id`, type: 'uuid' }
const newestFirst: OrderColumn = { ...id, isDescending: true }
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
      return [{ expression: sql`t.play_count`, type: 'integer', isDescending: true }, newestFirst]
    case 'duration':
      return [{ expression: sql`t.duration_ms`, type: 'integer' }, id]
    case 'shuffle':
      // Divided, so that 18 digits hold it.
      return [
        { expression: sql`uuid_hash_extended(t.id, ${seed}::bigint) / 16`, type: 'bigint' },
        id,
      ]
    case 'relevance':
      return [
        {
          expression: sql`(word_similarity(${words}, t.title_key) * 2
            + word_similarity(${words}, t.search_text))::real`,
          type: 'real',
          isDescending: true,
        },
        id,
      ]
  }
}
