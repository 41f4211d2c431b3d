import { Table, type MenuItem, type Rows, type TableColumn, type TableProps } from '@segue/ui'
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { toggle } from '../player/playback.ts'
import { useCurrentTrack } from '../player/player-store.ts'
import type { FavoriteButtonProps } from './favorite-button.tsx'
import { TrackActions } from './track-actions.tsx'
import { TrackSkeleton } from './track-skeleton.tsx'
import { TrackTitle } from './track-title.tsx'

const { columns: heads } = messages

type Passed =
  | 'label'
  | 'rows'
  | 'rowKey'
  | 'gridClassName'
  | 'hasMore'
  | 'onEndReached'
  | 'reorder'
  | 'isSelected'

export interface TrackRowsProps<Row> extends Pick<TableProps<Row>, Passed> {
  /** What stands between the title and what can be done; `gridClassName` has a place for all. */
  columns: readonly TableColumn<Row>[]
  /** What stands before the title. */
  firstColumn?: TableColumn<Row>
  /** Puts the list in the order of its titles. */
  titleSort?: TableColumn<Row>['sort']
  /** Plays the list from this row on. */
  onPlay(row: Row, index: number): void
  /** What can be done with a row of this list besides. */
  menuItems?(row: Row, index: number): readonly MenuItem[]
  onFavorite?(row: Row, ...change: Parameters<NonNullable<FavoriteButtonProps['onChange']>>): void
}

/** A list whose rows stand for tracks: each plays, has a heart and a menu; removed ones are greyed. */
export function TrackRows<Row extends { track: Track }>(props: TrackRowsProps<Row>) {
  const { columns, firstColumn, titleSort, onPlay, menuItems, onFavorite, ...table } = props
  const { rows, rowKey } = table
  const currentId = useCurrentTrack()?.id
  // Where a track stands in many rows, the first is taken for the one that plays.
  const current = isWhole(rows) ? rows.find(({ track }) => track.id === currentId) : undefined

  // Looked at when a row is pressed: rows need not be drawn anew for another of them.
  const latest = useRef({ onPlay, onFavorite, rowKey })
  useLayoutEffect(() => {
    latest.current = { onPlay, onFavorite, rowKey }
  })
  const open = useCallback((row: Row, index: number) => {
    if (row.track.available) latest.current.onPlay(row, index)
  }, [])
  const hasFavorite = onFavorite !== undefined

  const all = useMemo(
    (): TableColumn<Row>[] => [
      ...(firstColumn ? [firstColumn] : []),
      {
        key: 'title',
        header: heads.title,
        sort: titleSort,
        renderCell: (row, index, { isCurrent }) => (
          <TrackTitle
            track={row.track}
            isCurrent={isCurrent}
            onPlay={() => (isCurrent ? toggle() : latest.current.onPlay(row, index))}
          />
        ),
        renderSkeleton: () => <TrackSkeleton />,
      },
      ...columns,
      {
        key: 'more',
        header: heads.more,
        isHeaderHidden: true,
        renderCell: (row, index) => (
          <TrackActions
            track={row.track}
            rowKey={latest.current.rowKey(row, index)}
            items={menuItems?.(row, index)}
            onFavorite={
              hasFavorite ? (favorite) => latest.current.onFavorite?.(row, favorite) : undefined
            }
          />
        ),
        renderSkeleton: () => null,
      },
    ],
    [firstColumn, titleSort, columns, menuItems, hasFavorite],
  )
  return (
    <Table
      {...table}
      columns={all}
      isCurrent={(row) => (current ? row === current : row.track.id === currentId)}
      isDimmed={({ track }) => !track.available}
      onRowDoubleClick={open}
    />
  )
}

/** All rows are there; a long list, of which some are, has no track twice. */
function isWhole<Row>(rows: Rows<Row>): rows is readonly Row[] {
  return Array.isArray(rows)
}
