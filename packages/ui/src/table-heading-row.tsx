/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows laid out by grid and placed absolutely: a real table would lose its roles with its display */

export interface TableHeadingRowProps {
  text: string
  /** The line it stands in, counted from 0. */
  line: number
  /** In pixels. */
  height: number
  columnCount: number
}

/** A heading among the rows of a table. */
export function TableHeadingRow({ text, line, height, columnCount }: TableHeadingRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className="absolute inset-x-0 flex items-end px-4 pb-2"
      style={{ height, top: line * height }}
    >
      <div role="rowheader" aria-colspan={columnCount}>
        <h2 className="text-lg font-semibold">{text}</h2>
      </div>
    </div>
  )
}
