/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows laid out by grid and placed absolutely: a real table would lose its roles with its display */
import { useEffect, useMemo, useRef } from 'react'
import { TableHeadingRow } from './table-heading-row.tsx'
import { TableRow } from './table-row.tsx'
import type { TableProps } from './table.tsx'
import { inOrder } from './drawn-rows.ts'
import { useDrawnRows } from './use-drawn-rows.ts'

type Shared =
  | 'label'
  | 'columns'
  | 'rowKey'
  | 'gridClassName'
  | 'isCurrent'
  | 'isDimmed'
  | 'isSelected'
  | 'onRowDoubleClick'
  | 'hasMore'
  | 'onEndReached'

export interface GroupedTableProps<Row> extends Pick<TableProps<Row>, Shared> {
  rows: readonly Row[]
  /** What stands over a row and those after it that have the same. */
  headingOf(row: Row): string
}

/** Headings are as high as rows, so that what is in sight is known by numbers alone. */
const rowHeight = 60

type Entry<Row> = { heading: string } | { row: Row; index: number }

/** Rows without end under headings, of which only those in sight are in the page. */
export function GroupedTable<Row>(props: GroupedTableProps<Row>) {
  const {
    rows,
    columns,
    headingOf,
    rowKey,
    hasMore = false,
    onEndReached,
    onRowDoubleClick,
  } = props
  const bodyRef = useRef<HTMLDivElement>(null)
  const entries = useMemo(() => entriesOf(rows, headingOf), [rows, headingOf])
  const count = entries.length
  const drawn = useDrawnRows(bodyRef, count, rowHeight, isHere)
  const { last } = drawn

  useEffect(() => {
    if (hasMore && last >= count - 12) onEndReached?.()
  }, [hasMore, last, count, onEndReached])

  return (
    <div
      role="table"
      aria-label={props.label}
      aria-rowcount={hasMore ? -1 : count + 1}
      aria-colcount={columns.length}
    >
      <div role="rowgroup" className="sr-only">
        <div role="row" aria-rowindex={1}>
          {columns.map(({ key, header }) => (
            <div key={key} role="columnheader">
              {header}
            </div>
          ))}
        </div>
      </div>
      <div ref={bodyRef} role="rowgroup" className="relative" style={{ height: count * rowHeight }}>
        {inOrder(drawn.rows).map((index) => {
          const entry = entries[index]
          const top = index * rowHeight
          if (!entry) return null
          return 'row' in entry ? (
            <TableRow
              key={rowKey(entry.row, entry.index)}
              columns={columns}
              row={entry.row}
              index={index}
              gridClassName={props.gridClassName}
              height={rowHeight}
              top={top}
              isLifted={false}
              isYielding={false}
              isCurrent={props.isCurrent?.(entry.row, entry.index) ?? false}
              isDimmed={props.isDimmed?.(entry.row, entry.index) ?? false}
              isSelected={props.isSelected?.(entry.row) ?? false}
              onDoubleClick={onRowDoubleClick}
            />
          ) : (
            <TableHeadingRow
              key={`over ${entry.heading}`}
              text={entry.heading}
              line={index}
              height={rowHeight}
              columnCount={columns.length}
            />
          )
        })}
      </div>
    </div>
  )
}

function isHere(): boolean {
  return true
}

function entriesOf<Row>(
  rows: readonly Row[],
  headingOf: (row: Row) => string,
): readonly Entry<Row>[] {
  const entries: Entry<Row>[] = []
  let over: string | undefined
  for (const [index, row] of rows.entries()) {
    const heading = headingOf(row)
    if (heading !== over) entries.push({ heading })
    entries.push({ row, index })
    over = heading
  }
  return entries
}
