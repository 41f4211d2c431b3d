import type { RouterOutputs } from '@segue/api'
import { inChunks } from '../../lib/in-chunks.ts'
import { messages } from '../../lib/messages.ts'
import { RecordTable } from '../../lib/record-table.tsx'
import { api, queries } from '../../lib/trpc.ts'
import { words } from './words.ts'

type FavoriteRow = RouterOutputs['admin']['favorites']['list']['items'][number]

export interface FavoriteListProps {
  favorites: readonly FavoriteRow[]
  hasMore: boolean
  onEndReached(): void
}

/** The favourites of all listeners, and their removal. */
export function FavoriteList({ favorites, ...paging }: FavoriteListProps) {
  return (
    <RecordTable
      label={messages.nav.favorites}
      list="/favorites"
      words={words}
      rows={favorites}
      rowKey={({ user, track }) => `${user.id} ${track.id}`}
      instant={{ header: words.columns.since, of: ({ favoritedAt }) => favoritedAt }}
      gridClassName="grid-cols-[2.25rem_minmax(0,1fr)_3rem] md:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,3fr)_10rem_3rem]"
      remove={removeFavorites}
      {...paging}
    />
  )
}

async function removeFavorites(rows: readonly FavoriteRow[]): Promise<number> {
  const items = rows.map(({ user, track }) => ({ userId: user.id, trackId: track.id }))
  try {
    return await inChunks(items, (items) => api.admin.favorites.remove.mutate({ items }))
  } finally {
    await queries.admin.favorites.list.invalidate()
  }
}
