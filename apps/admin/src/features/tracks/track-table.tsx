import { Cover, formatDuration, Table, type TableColumn } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'

const { columns: heads } = messages

export interface TrackTableProps {
  tracks: readonly Track[]
  hasMore: boolean
  onEndReached(): void
}

export function TrackTable({ tracks, hasMore, onEndReached }: TrackTableProps) {
  return (
    <Table
      label={messages.nav.tracks}
      columns={columns}
      rows={tracks}
      rowKey={({ id }) => id}
      gridClassName="grid-cols-[minmax(0,1fr)_4rem] md:grid-cols-[minmax(0,4fr)_minmax(0,3fr)_5rem_7rem] lg:grid-cols-[minmax(0,4fr)_minmax(0,3fr)_minmax(0,3fr)_5rem_5rem_8rem]"
      hasMore={hasMore}
      onEndReached={onEndReached}
    />
  )
}

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })

const columns: TableColumn<Track>[] = [
  {
    key: 'title',
    header: heads.title,
    renderCell: ({ title, artist, album, coverUrl }) => (
      <div className="flex min-w-0 items-center gap-3">
        <Cover path={coverUrl} name={album?.title ?? title} sizes="44px" className="size-11" />
        <div className="min-w-0">
          <p className="truncate font-medium">{title}</p>
          <p className="truncate text-ink-soft md:hidden">{artist.name}</p>
        </div>
      </div>
    ),
  },
  {
    key: 'artist',
    header: heads.artist,
    className: 'max-md:hidden',
    cellClassName: 'truncate text-ink-soft',
    renderCell: ({ artist }) => artist.name,
  },
  {
    key: 'album',
    header: heads.album,
    className: 'max-lg:hidden',
    cellClassName: 'truncate text-ink-soft',
    renderCell: ({ album }) => album?.title,
  },
  {
    key: 'duration',
    header: heads.duration,
    className: 'text-right',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ durationMs }) => formatDuration(durationMs),
  },
  {
    key: 'plays',
    header: heads.plays,
    className: 'text-right max-lg:hidden',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ playCount }) => playCount.toLocaleString('en'),
  },
  {
    key: 'added',
    header: heads.added,
    className: 'text-right max-md:hidden',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ createdAt }) => (
      <time dateTime={createdAt}>{day.format(new Date(createdAt))}</time>
    ),
  },
]
