/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows laid out by grid and placed absolutely: a real table would lose its roles with its display */
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ReorderHandle } from './reorder-handle.tsx'
import { shiftOf, type Lift } from './reorder.ts'
import { TableRow } from './table-row.tsx'
import { useReorder, type ReorderWords } from './use-reorder.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface TableColumn<Row> {
  key: string
  header: string
  /** Names the column for screen readers alone. */
  isHeaderHidden?: boolean
  /** Alignment, and from which width on the column is shown, for head and cells alike. */
  className?: string
  /** How its cells look besides. */
  cellClassName?: string
  renderCell(row: Row, index: number): ReactNode
}

/** How rows are moved, and what is said meanwhile. */
export interface TableReorder<Row> extends ReorderWords {
  header: string
  handleLabel(row: Row): string
  /** How a handle is used by keyboard. */
  hint: string
  /** How many of the rows may be moved, from the first on; all, unless given. */
  count?: number
  /** Has to show the rows in their new order at once. */
  onMove(from: number, to: number): void
}

export interface TableProps<Row> {
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowKey(row: Row, index: number): string
  /** The grid's columns as a class name, such as `grid-cols-[1fr_6rem]`. */
  gridClassName: string
  /** In pixels, the same for every row. */
  rowHeight?: number
  isCurrent?(row: Row, index: number): boolean
  isDimmed?(row: Row, index: number): boolean
  /** Chosen by a box in the row, which says so to screen readers. */
  isSelected?(row: Row): boolean
  /** A double click on a row: a shortcut for what a button in the row does too. */
  onRowDoubleClick?(row: Row, index: number): void
  /** More rows would come if `onEndReached` asked for them. */
  hasMore?: boolean
  onEndReached?(): void
  /** Puts a handle before each row, in a column that `gridClassName` has to have a place for. */
  reorder?: TableReorder<Row>
}

/** Rows without end, of which only those in sight are in the page. Scrolls with the window. */
export function Table<Row>(props: TableProps<Row>) {
  const { rows, hasMore = false, onEndReached, rowHeight = 60, reorder } = props
  const bodyRef = useRef<HTMLDivElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  const hintId = useId()
  const { lift, said, handleOf } = useReorder({
    count: reorder?.count ?? rows.length,
    rowHeight,
    words: reorder ?? silence,
    onMove: (from, to) => reorder?.onMove(from, to),
  })
  const columns = reorder
    ? [handleColumn(reorder, hintId, lift, handleOf), ...props.columns]
    : props.columns
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used here
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin,
    // What is lifted stays in the page, wherever that is scrolled to.
    rangeExtractor: (range) =>
      [...new Set([...(lift ? [lift.from] : []), ...defaultRangeExtractor(range)])].sort(
        (a, b) => a - b,
      ),
    getItemKey: (index) => (rows[index] ? props.rowKey(rows[index], index) : index),
  })
  const items = virtualizer.getVirtualItems()
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows.length - 12

  useEffect(() => {
    const measure = () => {
      const top = bodyRef.current?.getBoundingClientRect().top ?? 0
      setScrollMargin(Math.round(top + window.scrollY))
    }
    measure()
    // What stands above may come later or change, and moves the rows with it.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (hasMore && isNearEnd) onEndReached?.()
  }, [hasMore, isNearEnd, onEndReached, rows.length])

  return (
    <>
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-colcount={columns.length}
      >
        <TableHead columns={columns} gridClassName={props.gridClassName} />
        <div
          ref={bodyRef}
          role="rowgroup"
          className="relative"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map((item) => {
            const row = rows[item.index]
            return (
              row && (
                <TableRow
                  key={item.key}
                  columns={columns}
                  row={row}
                  index={item.index}
                  gridClassName={props.gridClassName}
                  height={item.size}
                  offset={item.start - scrollMargin + shiftOf(item.index, lift, rowHeight)}
                  isLifted={lift?.from === item.index}
                  isYielding={lift !== null && lift.from !== item.index}
                  isCurrent={props.isCurrent?.(row, item.index) ?? false}
                  isDimmed={props.isDimmed?.(row, item.index) ?? false}
                  isSelected={props.isSelected?.(row) ?? false}
                  onDoubleClick={props.onRowDoubleClick}
                />
              )
            )
          })}
        </div>
      </div>
      {reorder && (
        <>
          <p id={hintId} hidden>
            {reorder.hint}
          </p>
          <VisuallyHidden aria-live="assertive">{said}</VisuallyHidden>
        </>
      )}
    </>
  )
}

const silence: ReorderWords = {
  lifted: () => '',
  moved: () => '',
  dropped: () => '',
  cancelled: '',
}

function handleColumn<Row>(
  { header, handleLabel, count = Infinity }: TableReorder<Row>,
  hintId: string,
  lift: Lift | null,
  handleOf: ReturnType<typeof useReorder>['handleOf'],
): TableColumn<Row> {
  return {
    key: 'handle',
    header,
    isHeaderHidden: true,
    cellClassName: 'px-0',
    renderCell: (row, index) => (
      <ReorderHandle
        {...handleOf(index)}
        label={handleLabel(row)}
        place={lift?.from === index && lift.carriedBy === null ? lift.to : null}
        disabled={index >= count}
        aria-describedby={hintId}
      />
    ),
  }
}

function TableHead<Row>(props: Pick<TableProps<Row>, 'columns' | 'gridClassName'>) {
  return (
    <div role="rowgroup" className="border-b border-line max-md:sr-only">
      <div role="row" aria-rowindex={1} className={classNames('grid px-2', props.gridClassName)}>
        {props.columns.map(({ key, header, isHeaderHidden, className }) => (
          <div
            key={key}
            role="columnheader"
            className={classNames(
              'truncate px-2 py-2 text-xs font-medium text-ink-faint',
              className,
            )}
          >
            {isHeaderHidden ? <VisuallyHidden>{header}</VisuallyHidden> : header}
          </div>
        ))}
      </div>
    </div>
  )
}
