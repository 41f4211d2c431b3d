import { formatInstant, type TableColumn } from '@segue/ui'
import type { RouterOutputs } from '@segue/api'
import { inChunks } from '../../lib/in-chunks.ts'
import { InstantCell } from '../../lib/instant-cell.tsx'
import { messages } from '../../lib/messages.ts'
import { PersonCell } from '../../lib/person-cell.tsx'
import { RecordMenu } from '../../lib/record-menu.tsx'
import { RemovableTable } from '../../lib/removable-table.tsx'
import { TrackCell } from '../../lib/track-cell.tsx'
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
    <RemovableTable
      label={messages.nav.favorites}
      columns={columns}
      rows={favorites}
      rowKey={({ user, track }) => `${user.id} ${track.id}`}
      selectLabel={({ track, user }) => words.select(track.title, user.nickname)}
      gridClassName="grid-cols-[2.25rem_minmax(0,1fr)_3rem] md:grid-cols-[2.25rem_minmax(0,4fr)_minmax(0,3fr)_10rem_3rem]"
      isDimmed={({ track }) => !track.available}
      words={words}
      renderMenu={(row, onRemove) => (
        <RecordMenu
          label={words.more(row.track.title, row.user.nickname)}
          list="/favorites"
          record={row}
          onRemove={onRemove}
        />
      )}
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

const columns: TableColumn<FavoriteRow>[] = [
  {
    key: 'track',
    header: words.columns.track,
    renderCell: ({ track, user, favoritedAt }) => (
      <TrackCell track={track} note={`${user.nickname} · ${formatInstant(favoritedAt).day}`} />
    ),
  },
  {
    key: 'listener',
    header: words.columns.listener,
    className: 'max-md:hidden',
    renderCell: ({ user }) => <PersonCell person={user} />,
  },
  {
    key: 'since',
    header: words.columns.since,
    className: 'text-right max-md:hidden',
    cellClassName: 'text-ink-soft',
    renderCell: ({ favoritedAt }) => <InstantCell instant={favoritedAt} />,
  },
]
