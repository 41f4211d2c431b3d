/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows laid out by grid and placed absolutely: a real table would lose its roles with its display */
import { memo } from 'react'
import { classNames } from './class-names.ts'
import { openMenuOfRow } from './open-menu-of-row.ts'
import { leadCell, leadRoom } from './table-lead.ts'
import type { TableColumn } from './table.tsx'

export interface TableRowProps<Row> {
  columns: readonly TableColumn<Row>[]
  row: Row
  index: number
  /** The line it stands in among headings; its place, unless given. */
  line?: number
  gridClassName: string
  /** Height and distance from the first row's top, in pixels. */
  height: number
  top: number
  /** How far it stands from there while rows are moved. */
  shift?: number
  isCurrent: boolean
  isDimmed: boolean
  /** It is on its way to another place, or makes room for one that is. */
  isLifted: boolean
  isYielding: boolean
  isSelected: boolean
  isChoosing?: boolean
  lead?: TableColumn<Row>
  /** Whether it is the one with the tab stop; undefined where rows take no focus. */
  isActive?: boolean
  onDoubleClick?(row: Row, index: number): void
}

function TableRowView<Row>(props: TableRowProps<Row>) {
  const {
    row,
    index,
    line = index,
    isCurrent,
    isSelected,
    isChoosing = false,
    lead,
    isActive,
    onDoubleClick,
  } = props
  const shift = props.shift ? `translateY(${props.shift}px)` : undefined
  const state = { isCurrent, isSelected, isChoosing }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- where it takes a press, it takes the focus
    <div
      role="row"
      aria-rowindex={line + 2}
      data-index={index}
      aria-current={isCurrent || undefined}
      tabIndex={isActive === undefined ? undefined : isActive ? 0 : -1}
      onDoubleClick={onDoubleClick && (() => onDoubleClick(row, index))}
      onContextMenu={openMenuOfRow}
      style={{ height: props.height, top: props.top, transform: shift }}
      className={classNames(
        'group/row absolute inset-x-0 grid items-center rounded-md px-2 text-sm focus-visible:-outline-offset-2',
        groundOf(props),
        props.isYielding && 'transition-transform duration-150',
        // Not by opacity: it would take the text below the contrast that WCAG asks for (1.4.3).
        props.isDimmed &&
          '*:text-ink-faint [&_p]:font-normal [&_p]:text-ink-faint [&_.shadow-cover]:opacity-50',
        props.gridClassName,
        lead && leadRoom(isChoosing),
        isChoosing && 'select-none',
      )}
    >
      {lead && (
        <div role="cell" className={leadCell(isChoosing)}>
          {lead.renderCell(row, index, state)}
        </div>
      )}
      {props.columns.map(({ key, className, cellClassName, renderCell }) => (
        <div key={key} role="cell" className={classNames('min-w-0 px-2', className, cellClassName)}>
          {renderCell(row, index, state)}
        </div>
      ))}
    </div>
  )
}

/** One row of a `Table`, put in its place; drawn anew only when something of it changes. */
export const TableRow = memo(TableRowView) as typeof TableRowView

type Standing = Pick<TableRowProps<unknown>, 'isLifted' | 'isCurrent' | 'isSelected'>

function groundOf({ isLifted, isCurrent, isSelected }: Standing): string {
  if (isLifted) return 'z-10 bg-raised shadow-popup'
  return isCurrent || isSelected ? 'bg-accent-wash' : 'hover:bg-sunken'
}
