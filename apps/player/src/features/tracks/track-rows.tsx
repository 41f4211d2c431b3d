import {
  formatNumber,
  showToast,
  Table,
  useRowSelection,
  type MenuItem,
  type Rows,
  type TableColumn,
  type TableProps,
} from '@segue/ui'
import { useCallback, useMemo, type ReactNode } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { useLatest } from '../../lib/use-latest.ts'
import { toggle } from '../player/playback.ts'
import { useCurrentTrack } from '../player/player-store.ts'
import { ChosenTracksBar } from './chosen-tracks-bar.tsx'
import type { FavoriteButtonProps } from './favorite-button.tsx'
import { TrackActions } from './track-actions.tsx'
import { TrackLead } from './track-lead.tsx'
import { TrackTitle } from './track-title.tsx'

const { columns: heads } = messages

/** So many rows can be chosen at once; a playlist takes as many with one call. */
const mostChosen = 500
const oneMore = { isRange: false, isToggle: true }

type Passed =
  | 'label'
  | 'rows'
  | 'rowKey'
  | 'gridClassName'
  | 'hasMore'
  | 'onEndReached'
  | 'headings'
  | 'reorder'
  | 'isSelected'

export interface TrackRowsProps<Row> extends Pick<TableProps<Row>, Passed> {
  /** What stands between the title and what can be done; `gridClassName` has a place for all. */
  columns: readonly TableColumn<Row>[]
  /** What stands before the title, such as boxes: the list is chosen from in a way of its own. */
  firstColumn?: TableColumn<Row>
  /** The number before a row; its place in the list, unless given. */
  numberOf?(row: Row, index: number): string
  /** Tells the list from lists by other filters or in another order: nothing is chosen in another. */
  name?: string
  /** Brings rows that are not here yet, to be chosen with the others. */
  load?(first: number, last: number): Promise<readonly Row[]>
  /** What can be done with chosen rows besides. */
  renderActions?(rows: readonly Row[], clear: () => void): ReactNode
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
  const { columns, firstColumn, titleSort, numberOf, menuItems, onPlay, onFavorite, ...others } =
    props
  const { name = others.label, load, renderActions, ...table } = others
  const { rows, rowKey } = table
  const currentId = useCurrentTrack()?.id
  // Where a track stands in many rows, the first is taken for the one that plays.
  const current = isWhole(rows) ? rows.find(({ track }) => track.id === currentId) : undefined

  const selection = useRowSelection({
    rows,
    rowKey,
    name,
    limit: mostChosen,
    load,
    onLimit: () => showToast({ title: messages.choosing.limited(mostChosen) }),
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })

  // Looked at when a row is pressed: rows need not be drawn anew for another of them.
  const latest = useLatest({ onPlay, onFavorite, menuItems, rowKey, press: selection.press })
  const open = useCallback(
    (row: Row, index: number) => {
      if (row.track.available) latest.current.onPlay(row, index)
    },
    [latest],
  )
  const hasFavorite = onFavorite !== undefined
  const hasItems = menuItems !== undefined
  const isChosenFrom = firstColumn === undefined && table.isSelected === undefined

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
            items={hasItems ? () => latest.current.menuItems?.(row, index) ?? [] : undefined}
            onChoose={isChosenFrom ? () => latest.current.press(index, oneMore) : undefined}
            onFavorite={
              hasFavorite ? (favorite) => latest.current.onFavorite?.(row, favorite) : undefined
            }
          />
        ),
      },
    ],
    [latest, firstColumn, titleSort, columns, hasItems, hasFavorite, isChosenFrom],
  )
  const lead = useMemo(
    (): TableColumn<Row> => ({
      key: 'lead',
      header: messages.choosing.head,
      isHeaderHidden: true,
      renderCell: (row, index, { isCurrent, isSelected, isChoosing }) => (
        <TrackLead
          track={row.track}
          number={numberOf?.(row, index) ?? formatNumber(index + 1)}
          isCurrent={isCurrent}
          isChosen={isSelected}
          isChoosing={isChoosing}
          onChoose={(isRange) => latest.current.press(index, { isRange, isToggle: true })}
        />
      ),
    }),
    [latest, numberOf],
  )
  return (
    <>
      <Table
        {...table}
        columns={all}
        lead={isChosenFrom ? lead : undefined}
        selection={isChosenFrom ? selection : undefined}
        isCurrent={(row) => (current ? row === current : row.track.id === currentId)}
        isDimmed={({ track }) => !track.available}
        onRowDoubleClick={open}
      />
      {(selection.isOn || selection.isBusy) && (
        <>
          <ChosenTracksBar
            tracks={selection.rows.map(({ track }) => track)}
            isBusy={selection.isBusy}
            onClear={selection.clear}
          >
            {renderActions?.(selection.rows, selection.clear)}
          </ChosenTracksBar>
          {/* Keeps the last rows clear of the bar. */}
          <div className="h-20" />
        </>
      )}
    </>
  )
}

/** All rows are there; a long list, of which some are, has no track twice. */
function isWhole<Row>(rows: Rows<Row>): rows is readonly Row[] {
  return Array.isArray(rows)
}
