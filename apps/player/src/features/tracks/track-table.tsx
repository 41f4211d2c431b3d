import { formatDuration, Table, type TableColumn } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { toggle } from '../player/playback.ts'
import { useCurrentTrack } from '../player/player-store.ts'
import { TrackMenu } from './track-menu.tsx'
import { TrackTitle } from './track-title.tsx'

const { columns: heads } = messages

export interface TrackTableProps {
  tracks: readonly Track[]
  hasMore: boolean
  onEndReached(): void
  /** Plays the list from this row on. */
  onPlay(index: number): void
}

export function TrackTable({ tracks, hasMore, onEndReached, onPlay }: TrackTableProps) {
  const currentId = useCurrentTrack()?.id
  const play = (track: Track, index: number) => {
    if (track.id === currentId) toggle()
    else onPlay(index)
  }
  const columns: TableColumn<Track>[] = [
    {
      key: 'title',
      header: heads.title,
      renderCell: (track, index) => (
        <TrackTitle
          track={track}
          isCurrent={track.id === currentId}
          onPlay={() => play(track, index)}
        />
      ),
    },
    ...plainColumns,
  ]
  return (
    <Table
      label={messages.nav.tracks}
      columns={columns}
      rows={tracks}
      rowKey={(track) => track.id}
      gridClassName="grid-cols-[minmax(0,1fr)_3.75rem_3rem] md:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_4.5rem_3rem] lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,2.5fr)_5rem_4.5rem_3rem]"
      isCurrent={(track) => track.id === currentId}
      onRowDoubleClick={(track, index) => track.available && onPlay(index)}
      hasMore={hasMore}
      onEndReached={onEndReached}
    />
  )
}

const plainColumns: TableColumn<Track>[] = [
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
    key: 'plays',
    header: heads.plays,
    className: 'text-right max-lg:hidden',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ playCount }) => playCount.toLocaleString('en'),
  },
  {
    key: 'duration',
    header: heads.duration,
    className: 'text-right',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ durationMs }) => formatDuration(durationMs),
  },
  {
    key: 'more',
    header: heads.more,
    isHeaderHidden: true,
    className: 'flex justify-end',
    renderCell: (track) => <TrackMenu track={track} />,
  },
]
