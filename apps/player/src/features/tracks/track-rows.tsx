import { Table, type MenuItem, type TableColumn, type TableProps } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { toggle } from '../player/playback.ts'
import { useCurrentTrack } from '../player/player-store.ts'
import type { FavoriteButtonProps } from './favorite-button.tsx'
import { TrackActions } from './track-actions.tsx'
import { TrackTitle } from './track-title.tsx'

const { columns: heads } = messages

type Passed = 'label' | 'rows' | 'rowKey' | 'gridClassName' | 'hasMore' | 'onEndReached' | 'reorder'

export interface TrackRowsProps<Row> extends Pick<TableProps<Row>, Passed> {
  /** What stands between the title and what can be done; `gridClassName` has a place for all. */
  columns: readonly TableColumn<Row>[]
  /** What stands before the title. */
  firstColumn?: TableColumn<Row>
  /** Plays the list from this row on. */
  onPlay(row: Row, index: number): void
  /** What can be done with a row of this list besides. */
  menuItems?(row: Row, index: number): readonly MenuItem[]
  onFavorite?(row: Row, ...change: Parameters<NonNullable<FavoriteButtonProps['onChange']>>): void
}

/** A list whose rows stand for tracks: each plays, has a heart and a menu; removed ones are greyed. */
export function TrackRows<Row extends { track: Track }>(props: TrackRowsProps<Row>) {
  const { columns, firstColumn, onPlay, menuItems, onFavorite, ...table } = props
  const currentId = useCurrentTrack()?.id
  // Where a track stands in many rows, the first is taken for the one that plays.
  const current = table.rows.find(({ track }) => track.id === currentId)
  const all: TableColumn<Row>[] = [
    ...(firstColumn ? [firstColumn] : []),
    {
      key: 'title',
      header: heads.title,
      renderCell: (row, index) => (
        <TrackTitle
          track={row.track}
          isCurrent={row === current}
          onPlay={() => (row === current ? toggle() : onPlay(row, index))}
        />
      ),
    },
    ...columns,
    {
      key: 'more',
      header: heads.more,
      isHeaderHidden: true,
      renderCell: (row, index) => (
        <TrackActions
          track={row.track}
          rowKey={table.rowKey(row, index)}
          items={menuItems?.(row, index)}
          onFavorite={onFavorite && ((favorite) => onFavorite(row, favorite))}
        />
      ),
    },
  ]
  return (
    <Table
      {...table}
      columns={all}
      isCurrent={(row) => row === current}
      isDimmed={({ track }) => !track.available}
      onRowDoubleClick={(row, index) => row.track.available && onPlay(row, index)}
    />
  )
}
