/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows laid out by grid and placed absolutely: a real table would lose its roles with its display */
import {
  Fragment,
  useEffect,
  useId,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { ReorderHandle } from './reorder-handle.tsx'
import { gapsOf, inOrder, type Drawn } from './drawn-rows.ts'
import { shiftOf, type Lift } from './reorder.ts'
import { RowGap } from './row-gap.tsx'
import type { Rows } from './rows.ts'
import { TableHeadingRow } from './table-heading-row.tsx'
import { headingAt, lineOf, rowOfLine, type TableHeading } from './table-headings.ts'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { useDrawnRows } from './use-drawn-rows.ts'
import { useReorder, type ReorderWords } from './use-reorder.ts'
import { useRowFocus } from './use-row-focus.ts'
import { useRowPresses } from './use-row-presses.ts'
import type { RowSelection } from './use-row-selection.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

/** How a row stands among the others while it is drawn. */
export interface RowState {
  isCurrent: boolean
  isSelected: boolean
  /** Rows of the list are being chosen. */
  isChoosing: boolean
}

export interface TableColumn<Row> {
  key: string
  header: string
  /** Names the column for screen readers alone. */
  isHeaderHidden?: boolean
  /** Alignment, and from which width on the column is shown, for head and cells alike. */
  className?: string
  /** How its cells look besides. */
  cellClassName?: string
  renderCell(row: Row, index: number, state: RowState): ReactNode
  /** The list can be put in the order of this column, by its head. */
  sort?: {
    /** null while it is in the order of something else. */
    direction: 'ascending' | 'descending' | null
    onSort(): void
  }
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
  rows: Rows<Row>
  rowKey(row: Row, index: number): string
  /** The grid's columns as a class name, such as `grid-cols-[1fr_6rem]`. */
  gridClassName: string
  /** In pixels, the same for every row. */
  rowHeight?: number
  isCurrent?(row: Row, index: number): boolean
  isDimmed?(row: Row, index: number): boolean
  /** Chosen by a box in the row, which says so to screen readers. */
  isSelected?(row: Row): boolean
  /** Lets rows be chosen by Shift and Ctrl, by long presses and by keys too. */
  selection?: RowSelection<Row>
  /** What stands before each row, apart from the grid; on a phone only while rows are chosen. */
  lead?: TableColumn<Row>
  /**
   * A double click on a row, or Enter while the row itself has the focus: a shortcut for what a
   * button in the row does too. With it, the arrow keys go from row to row.
   */
  onRowDoubleClick?(row: Row, index: number): void
  /** More rows would come if `onEndReached` asked for them. */
  hasMore?: boolean
  onEndReached?(): void
  /** What stands between the rows, in their order. */
  headings?: readonly TableHeading[]
  /** Puts a handle before each row, in a column that `gridClassName` has to have a place for. */
  reorder?: TableReorder<Row>
}

/** Rows without end, of which only those in sight are in the page. Scrolls with the window. */
export function Table<Row>(props: TableProps<Row>) {
  const { rows, hasMore = false, onEndReached, rowHeight = 60, reorder, onRowDoubleClick } = props
  const { selection, lead, headings = noHeadings } = props
  const isChoosing = selection?.isOn ?? false
  const count = rows.length
  const bodyRef = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const { lift, said, handleOf } = useReorder({
    count: reorder?.count ?? count,
    rowHeight,
    words: reorder ?? silence,
    onMove: (from, to) => reorder?.onMove(from, to),
  })
  const steered = lift?.carriedBy === null ? lift : null
  const columns = useMemo(
    () =>
      reorder
        ? [handleColumn(reorder, hintId, steered, handleOf), ...props.columns]
        : props.columns,
    [reorder, hintId, steered, handleOf, props.columns],
  )
  const isHere = (index: number) => rows.at(index) !== undefined
  const isLineHere = (line: number) =>
    headingAt(line, headings) !== undefined || isHere(rowOfLine(line, headings))
  const drawn = useDrawnRows(bodyRef, count + headings.length, rowHeight, isLineHere)
  const first = Math.max(rowOfLine(drawn.first, headings), 0)
  const last = rowOfLine(drawn.last, headings)
  const focus = useRowFocus(bodyRef, count, rowHeight, (index) => lineOf(index, headings))
  const stays = lift?.from ?? (focus.isWithin ? focus.active : null)
  const indexes = indexesOf(drawn, headings, stays).filter(
    (index) => index < count && isHere(index),
  )
  const isActiveNear = indexes.includes(focus.active)
  const tabStop = isActiveNear ? focus.active : indexes[Math.floor(indexes.length / 2)]
  const gaps = gapsOf(drawn, isLineHere)

  useEffect(() => {
    if (hasMore && last >= count - 12) onEndReached?.()
  }, [hasMore, last, count, onEndReached])

  useEffect(() => {
    rows.show?.(first, last)
  }, [rows, first, last])

  const presses = useRowPresses(selection)

  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.defaultPrevented || takesKeys(event.target)) return
    const row = rows.at(focus.active)
    if (event.key !== 'Enter') presses?.takeKey(event, focus.active, focus.move(event))
    // Not on one of its buttons or links, which does its own.
    else if (row && event.target instanceof Element && event.target.matches('[role=row]')) {
      event.preventDefault()
      onRowDoubleClick?.(row, focus.active)
    }
  }

  const { takeKey: _, ...pointing } = presses ?? { takeKey: null }
  const steering = onRowDoubleClick && {
    ...pointing,
    onKeyDown: press,
    onFocus: focus.onFocus,
    onBlur: focus.onBlur,
  }
  return (
    <>
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={hasMore ? -1 : count + headings.length + 1}
        aria-colcount={columns.length + (lead ? 1 : 0)}
      >
        <TableHead
          columns={columns}
          lead={lead}
          isChoosing={isChoosing}
          gridClassName={props.gridClassName}
        />
        <div
          ref={bodyRef}
          role="rowgroup"
          aria-busy={gaps.length > 0 || undefined}
          className="relative"
          style={{ height: (count + headings.length) * rowHeight }}
          {...steering}
        >
          {gaps.map((gap) => (
            <RowGap key={`gap ${gap.first}`} {...gap} rowHeight={rowHeight} hasLead={!!lead} />
          ))}
          {indexes.map((index) => {
            const row = rows.at(index)
            if (row === undefined) return null
            const line = lineOf(index, headings)
            const heading = headingAt(line - 1, headings)
            return (
              <Fragment key={rows.show ? index : props.rowKey(row, index)}>
                {heading && (
                  <TableHeadingRow
                    text={heading.text}
                    line={line - 1}
                    height={rowHeight}
                    columnCount={columns.length + (lead ? 1 : 0)}
                  />
                )}
                <TableRow
                  columns={columns}
                  row={row}
                  index={index}
                  line={line}
                  gridClassName={props.gridClassName}
                  height={rowHeight}
                  top={line * rowHeight}
                  shift={shiftOf(index, lift, rowHeight)}
                  isLifted={lift?.from === index}
                  isYielding={lift !== null && lift.from !== index}
                  isCurrent={props.isCurrent?.(row, index) ?? false}
                  isDimmed={props.isDimmed?.(row, index) ?? false}
                  isSelected={selection?.has(row) ?? props.isSelected?.(row) ?? false}
                  isChoosing={isChoosing}
                  lead={lead}
                  isActive={steering && index === tabStop}
                  onDoubleClick={onRowDoubleClick}
                />
              </Fragment>
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

/** The rows that are drawn, and one that has to stay in the page although it may be out of sight. */
function indexesOf(
  { rows }: Drawn,
  headings: readonly TableHeading[],
  stays: number | null,
): number[] {
  const indexes = new Set(stays === null ? [] : [stays])
  for (const line of rows)
    if (headingAt(line, headings) === undefined) indexes.add(rowOfLine(line, headings))
  return inOrder(indexes)
}

/** In a field the keys move the caret; a window or menu over the row has its own. */
function takesKeys(target: EventTarget): boolean {
  return (
    !(target instanceof Element) ||
    target.matches('input:not([type=checkbox]), textarea, select') ||
    target.closest('[role=row]') === null
  )
}

const noHeadings: readonly TableHeading[] = []

const silence: ReorderWords = {
  lifted: () => '',
  moved: () => '',
  dropped: () => '',
  cancelled: '',
}

function handleColumn<Row>(
  { header, handleLabel, count = Infinity }: TableReorder<Row>,
  hintId: string,
  /** The row that is moved by keyboard. */
  steered: Lift | null,
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
        aria-pressed={steered?.from === index}
        label={handleLabel(row)}
        place={steered?.from === index ? steered.to : null}
        disabled={index >= count}
        aria-describedby={hintId}
      />
    ),
  }
}
