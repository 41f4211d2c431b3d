import { formatDuration, type TableColumn } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { TrackCell } from '../../lib/track-cell.tsx'
import type { Track } from '../../lib/track.ts'

const { columns: heads } = messages
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })

/** What the list tells of each track. */
export const columns: TableColumn<Track>[] = [
  {
    key: 'title',
    header: heads.title,
    renderCell: (track) => <TrackCell track={track} />,
  },
  {
    key: 'album',
    header: heads.album,
    className: 'max-md:hidden',
    cellClassName: 'truncate text-ink-soft',
    renderCell: ({ album }) => album?.title,
  },
  {
    key: 'genre',
    header: heads.genre,
    className: 'max-lg:hidden',
    cellClassName: 'truncate text-ink-soft',
    renderCell: ({ genre, year }) => [genre, year].filter(Boolean).join(' · '),
  },
  {
    key: 'duration',
    header: heads.duration,
    className: 'text-right max-md:hidden',
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
