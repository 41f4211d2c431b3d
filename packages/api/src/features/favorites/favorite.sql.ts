import { sql } from 'kysely'

import type { OrderColumn } from '../../trpc/keyset.ts'

/** The order of rows `fav` of favorites by when they were marked; total. */
export function favoriteOrder(sort: 'newest' | 'oldest'): OrderColumn[] {
  const isDescending = sort === 'newest'
  return [
    { expression: sql`fav.created_at`, type: 'timestamptz', isDescending },
    { expression: sql`fav.track_id`, type: 'uuid', isDescending },
    { expression: sql`fav.user_id`, type: 'uuid', isDescending },
  ]
}
