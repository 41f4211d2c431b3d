import { formatNumber, type Rows, type TableColumn } from '@segue/ui'
import { useMemo } from 'react'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { asTrackRows } from './as-track-rows.ts'
import { trackColumns } from './track-columns.tsx'
import { TrackRows } from './track-rows.tsx'

const { columns: heads } = messages

export interface TrackTableProps {
  label?: string
  tracks: Rows<Track>
  /** Plays the list from this row on. */
  onPlay(index: number): void
}

/** Tracks as the library has them. */
export function TrackTable({ label, tracks, onPlay }: TrackTableProps) {
  const rows = useMemo(() => asTrackRows(tracks), [tracks])
  return (
    <TrackRows
      label={label ?? messages.nav.tracks}
      columns={columns}
      rows={rows}
      rowKey={({ track }) => track.id}
      gridClassName="grid-cols-[minmax(0,1fr)_5rem] sm:grid-cols-[minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_4.5rem_5rem] lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,2.5fr)_5rem_4.5rem_5rem]"
      onPlay={(_, index) => onPlay(index)}
    />
  )
}

const columns: TableColumn<{ track: Track }>[] = [
  trackColumns.album,
  {
    key: 'genre',
    get header() {
      return heads.genre
    },
    className: 'max-lg:hidden',
    cellClassName: 'truncate text-ink-soft',
    renderCell: ({ track }) => [track.genre, track.year].filter(Boolean).join(' · '),
  },
  {
    key: 'plays',
    get header() {
      return heads.plays
    },
    className: 'text-right max-lg:hidden',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ track }) => formatNumber(track.playCount),
  },
  trackColumns.duration,
]
