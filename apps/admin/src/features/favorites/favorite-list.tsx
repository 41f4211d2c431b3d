import { formatInstant, IconButton, Menu, type TableColumn } from '@segue/ui'
import type { RouterOutputs } from '@segue/api'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Music, Trash2, User } from 'lucide-react'
import { inChunks } from '../../lib/in-chunks.ts'
import { InstantCell } from '../../lib/instant-cell.tsx'
import { messages } from '../../lib/messages.ts'
import { PersonCell } from '../../lib/person-cell.tsx'
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
      renderMenu={(row, onRemove) => <FavoriteMenu favorite={row} onRemove={onRemove} />}
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

interface FavoriteMenuProps {
  favorite: FavoriteRow
  onRemove(): void
}

function FavoriteMenu({ favorite: { user, track }, onRemove }: FavoriteMenuProps) {
  const navigate = useNavigate()
  return (
    <Menu
      trigger={
        <IconButton label={words.more(track.title, user.nickname)} size="sm">
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
      items={[
        {
          label: messages.list.ofListener(user.nickname),
          icon: <User aria-hidden className="size-4 text-ink-faint" />,
          onSelect: () => void navigate({ to: '/favorites', search: { user: user.id } }),
        },
        {
          label: messages.list.ofTrack(track.title),
          icon: <Music aria-hidden className="size-4 text-ink-faint" />,
          onSelect: () => void navigate({ to: '/favorites', search: { track: track.id } }),
        },
        {
          label: messages.list.remove,
          icon: <Trash2 aria-hidden className="size-4" />,
          isDanger: true,
          onSelect: onRemove,
        },
      ]}
    />
  )
}
