import { classNames, Cover, formatDuration, type TableColumn } from '@segue/ui'
import type { RouterOutputs } from '@segue/api'
import { Globe, Lock } from 'lucide-react'
import { InstantCell } from '../../lib/instant-cell.tsx'
import { words } from './words.ts'

export type Playlist = RouterOutputs['admin']['playlists']['list']['items'][number]

/** What the list tells of each playlist. */
export const columns: TableColumn<Playlist>[] = [
  {
    key: 'name',
    header: words.columns.name,
    renderCell: ({ name, description, covers, owner, trackCount }) => (
      <div className="flex min-w-0 items-center gap-3">
        <Cover path={covers[0] ?? null} name={name} sizes="44px" className="size-11" />
        <div className="min-w-0">
          <p className="truncate font-medium">{name}</p>
          {description !== null && (
            <p className="truncate text-ink-faint max-md:hidden">{description}</p>
          )}
          <p className="truncate text-ink-soft md:hidden">
            {owner.nickname} · {words.tracks(trackCount)}
          </p>
        </div>
      </div>
    ),
  },
  {
    key: 'owner',
    header: words.columns.owner,
    className: 'max-md:hidden',
    cellClassName: 'truncate',
    renderCell: ({ owner }) => owner.nickname,
  },
  {
    key: 'visibility',
    header: words.columns.visibility,
    className: 'max-md:hidden',
    renderCell: ({ isPublic }) => <Visibility isPublic={isPublic} />,
  },
  {
    key: 'tracks',
    header: words.columns.tracks,
    className: 'text-right max-md:hidden',
    cellClassName: 'text-ink-soft tabular-nums',
    renderCell: ({ trackCount }) => trackCount.toLocaleString('en'),
  },
  {
    key: 'duration',
    header: words.columns.duration,
    className: 'text-right max-lg:hidden',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ durationMs }) => formatDuration(durationMs),
  },
  {
    key: 'changed',
    header: words.columns.changed,
    className: 'text-right max-lg:hidden',
    cellClassName: 'text-ink-soft',
    renderCell: ({ updatedAt }) => <InstantCell instant={updatedAt} />,
  },
]

function Visibility({ isPublic }: { isPublic: boolean }) {
  const Icon = isPublic ? Globe : Lock
  return (
    <span
      className={classNames(
        'flex items-center gap-1.5',
        isPublic ? 'text-success' : 'text-ink-faint',
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      {isPublic ? words.public : words.private}
    </span>
  )
}
