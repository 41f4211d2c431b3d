import { Checkbox } from './checkbox.tsx'
import type { TableColumn } from './table.tsx'
import type { Selection } from './use-selection.ts'

export interface BoxesColumnOptions<Row> {
  header: string
  /** The accessible name of a row's box. */
  labelOf(row: Row): string
  /** How its cells look besides. */
  cellClassName?: string
}

/** The boxes that rows of a table are chosen by; with Shift, a span of them. */
export function boxesColumn<Row>(
  selection: Pick<Selection<Row>, 'has' | 'set'>,
  { header, labelOf, cellClassName = 'flex px-0' }: BoxesColumnOptions<Row>,
): TableColumn<Row> {
  return {
    key: 'select',
    header,
    isHeaderHidden: true,
    cellClassName,
    renderCell: (row) => (
      <Checkbox
        label={labelOf(row)}
        isLabelHidden
        isChecked={selection.has(row)}
        onChange={(isChosen, isRange) => selection.set(row, isChosen, isRange)}
      />
    ),
  }
}
