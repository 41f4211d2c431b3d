/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows laid out by grid and placed absolutely: a real table would lose its roles with its display */
import { classNames } from './class-names.ts'
import type { TableColumn } from './table.tsx'

export interface TableRowProps<Row> {
  columns: readonly TableColumn<Row>[]
  row: Row
  index: number
  gridClassName: string
  /** Height and distance from the first row's top, in pixels. */
  height: number
  offset: number
  isCurrent: boolean
  isDimmed: boolean
  /** It is on its way to another place, or makes room for one that is. */
  isLifted: boolean
  isYielding: boolean
  isSelected: boolean
  onDoubleClick?(row: Row, index: number): void
}

/** One row of a `Table`, put in its place. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, index, isCurrent, onDoubleClick } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-current={isCurrent || undefined}
      onDoubleClick={onDoubleClick && (() => onDoubleClick(row, index))}
      style={{ height: props.height, transform: `translateY(${props.offset}px)` }}
      className={classNames(
        'group/row absolute inset-x-0 top-0 grid items-center rounded-md px-2 text-sm',
        groundOf(props),
        props.isYielding && 'transition-transform duration-150',
        // Not by opacity: it would take the text below the contrast that WCAG asks for (1.4.3).
        props.isDimmed &&
          '*:text-ink-faint [&_p]:font-normal [&_p]:text-ink-faint [&_.shadow-cover]:opacity-50',
        props.gridClassName,
      )}
    >
      {props.columns.map(({ key, className, cellClassName, renderCell }) => (
        <div key={key} role="cell" className={classNames('min-w-0 px-2', className, cellClassName)}>
          {renderCell(row, index)}
        </div>
      ))}
    </div>
  )
}

type Standing = Pick<TableRowProps<unknown>, 'isLifted' | 'isCurrent' | 'isSelected'>

function groundOf({ isLifted, isCurrent, isSelected }: Standing): string {
  if (isLifted) return 'z-10 bg-raised shadow-popup'
  return isCurrent || isSelected ? 'bg-accent-wash' : 'hover:bg-sunken'
}
