import { formatInstant, formatNumber, type Rows, type TableColumn } from '@segue/ui'
import { useMemo } from 'react'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { useLatest } from '../../lib/use-latest.ts'
import { asTrackRows, rowOf, type OnlyTrack } from './as-track-rows.ts'
import { trackColumns } from './track-columns.tsx'
import { TrackRows } from './track-rows.tsx'
import type { Direction, TrackSort } from './track-search.ts'

const { columns: words } = messages
const heads = ['title', 'album', 'newest', 'popular', 'duration'] as const

/** The order that a list of tracks is in, and how it is put into another by its heads. */
export interface TrackSorting {
  order: readonly [TrackSort, Direction]
  onSort(sort: TrackSort): void
}

export interface TrackTableProps {
  label?: string
  tracks: Rows<Track>
  /** Without it, the heads of the columns are no buttons. */
  sorting?: TrackSorting
  /** Plays the list from this row on. */
  onPlay(index: number): void
  /** As in `SparseList`. */
  name: string
  load(first: number, last: number): Promise<readonly Track[]>
}

/** Tracks as the library has them. */
export function TrackTable({ label, tracks, sorting, onPlay, name, load }: TrackTableProps) {
  const rows = useMemo(() => asTrackRows(tracks), [tracks])
  const sorts = useSortHeads(sorting)
  const columns = useMemo(() => columnsOf(sorts), [sorts])
  return (
    <TrackRows
      label={label ?? messages.nav.tracks}
      columns={columns}
      titleSort={sorts.title}
      rows={rows}
      rowKey={({ track }) => track.id}
      gridClassName="grid-cols-[minmax(0,1fr)_5rem] sm:grid-cols-[minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_4.5rem_5rem] lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,2.5fr)_5rem_5.75rem_5rem] xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,2.5fr)_7rem_5rem_5.75rem_5rem]"
      onPlay={(_, index) => onPlay(index)}
      name={name}
      load={async (first, last) => (await load(first, last)).map(rowOf)}
    />
  )
}

type SortHeads = Partial<Record<TrackSort, TableColumn<OnlyTrack>['sort']>>

/** Sorting by heads, the same until the order changes. */
function useSortHeads(sorting: TrackSorting | undefined): SortHeads {
  const latest = useLatest(sorting)
  const isSorted = sorting !== undefined
  const [order, direction] = sorting?.order ?? []
  return useMemo(() => {
    const way = direction === 'asc' ? 'ascending' : 'descending'
    const headOf = (sort: TrackSort) => ({
      direction: sort === order ? way : null,
      onSort: () => latest.current?.onSort(sort),
    })
    const all = isSorted ? heads.map((sort) => [sort, headOf(sort)] as const) : []
    return Object.fromEntries(all)
  }, [latest, isSorted, order, direction])
}

function columnsOf(sorts: SortHeads): TableColumn<OnlyTrack>[] {
  return [
    { ...trackColumns.album, header: words.album, sort: sorts.album },
    {
      key: 'genre',
      header: words.genre,
      className: 'max-lg:hidden',
      cellClassName: 'truncate text-ink-soft',
      renderCell: ({ track }) => [track.genre, track.year].filter(Boolean).join(' · '),
    },
    {
      key: 'added',
      header: words.added,
      className: 'max-xl:hidden',
      cellClassName: 'truncate text-ink-faint',
      sort: sorts.newest,
      renderCell: ({ track }) => (
        <time dateTime={track.createdAt}>{formatInstant(track.createdAt).day}</time>
      ),
    },
    {
      key: 'plays',
      header: words.plays,
      className: 'text-right max-lg:hidden',
      cellClassName: 'text-ink-faint tabular-nums',
      sort: sorts.popular,
      renderCell: ({ track }) => formatNumber(track.playCount),
    },
    { ...trackColumns.duration, header: words.duration, sort: sorts.duration },
  ]
}
