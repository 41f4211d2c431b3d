import { useRef, type ReactNode } from 'react'
import { boxesColumn } from './boxes-column.tsx'
import { Checkbox } from './checkbox.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { Table, type TableProps } from './table.tsx'
import { useSelection } from './use-selection.ts'

export interface SelectionLabels {
  /** The head of the column of boxes. */
  select: string
  selectAll: string
  loaded(count: number, hasMore: boolean): string
  selected(count: number): string
  clearSelection: string
}

export interface SelectableTableProps<Row> extends Omit<
  TableProps<Row>,
  'rows' | 'rowKey' | 'isSelected'
> {
  rows: readonly Row[]
  labels: SelectionLabels
  rowKey(row: Row): string
  /** The accessible name of a row's box. */
  selectLabel(row: Row): string
  /** What can be done with the chosen rows: buttons. */
  renderActions(rows: readonly Row[]): ReactNode
}

/** A table whose rows can be chosen, one by one, by Shift a span of them, or all that have arrived. */
export function SelectableTable<Row>(props: SelectableTableProps<Row>) {
  const { labels, rows, rowKey, selectLabel, renderActions, columns, ...table } = props
  const selection = useSelection(rows, rowKey)
  const count = selection.rows.length
  const allRef = useRef<HTMLInputElement>(null)

  function clear() {
    // The bar goes away, and what was pressed in it.
    allRef.current?.focus({ preventScroll: true })
    selection.setAll(false)
  }

  const boxes = boxesColumn(selection, {
    header: labels.select,
    labelOf: selectLabel,
    cellClassName: 'flex',
  })

  return (
    <>
      <div className="flex min-h-10 items-center justify-between gap-4 px-4 text-sm">
        <Checkbox
          label={labels.selectAll}
          inputRef={allRef}
          isChecked={selection.isAll}
          isMixed={count > 0 && !selection.isAll}
          onChange={selection.setAll}
        />
        <p aria-live="polite" className="text-ink-faint tabular-nums">
          {count > 0 ? labels.selected(count) : labels.loaded(rows.length, props.hasMore ?? false)}
        </p>
      </div>
      {count > 0 && (
        <SelectionBar
          label={labels.selected(count)}
          clearLabel={labels.clearSelection}
          onClear={clear}
        >
          {renderActions(selection.rows)}
        </SelectionBar>
      )}
      <Table
        {...table}
        rows={rows}
        rowKey={rowKey}
        columns={[boxes, ...columns]}
        isSelected={selection.has}
      />
      {/* Keeps the last rows clear of the bar. */}
      {count > 0 && <div className="h-20" />}
    </>
  )
}
