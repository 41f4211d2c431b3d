/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows laid out by grid: a real table would lose its roles with its display */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { classNames } from './class-names.ts'
import { leadCell, leadRoom } from './table-lead.ts'
import type { TableColumn } from './table.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface TableHeadProps<Row> {
  columns: readonly TableColumn<Row>[]
  lead?: TableColumn<Row>
  isChoosing: boolean
  gridClassName: string
}

/** The names of the columns; those that the list can be in the order of are buttons. */
export function TableHead<Row>(props: TableHeadProps<Row>) {
  const { columns, lead, isChoosing, gridClassName } = props
  return (
    <div role="rowgroup" className="border-b border-line max-md:sr-only">
      <div
        role="row"
        aria-rowindex={1}
        className={classNames('relative grid px-2', gridClassName, lead && leadRoom(isChoosing))}
      >
        {lead && (
          <div
            role="columnheader"
            className={classNames('text-xs font-medium text-ink-faint', leadCell(isChoosing))}
          >
            <HeadWords {...lead} />
          </div>
        )}
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            aria-sort={column.sort ? (column.sort.direction ?? 'none') : undefined}
            className={classNames(
              'truncate px-2 py-2 text-xs font-medium text-ink-faint',
              column.className,
            )}
          >
            <HeadWords {...column} />
          </div>
        ))}
      </div>
    </div>
  )
}

function HeadWords<Row>({ header, isHeaderHidden, sort }: TableColumn<Row>) {
  if (isHeaderHidden) return <VisuallyHidden>{header}</VisuallyHidden>
  if (!sort) return header
  const Arrow = sort.direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <>
      {/* A phone shows no heads, and nothing that cannot be seen may take the focus. */}
      <span className="md:hidden">{header}</span>
      <button
        type="button"
        onClick={sort.onSort}
        className={classNames(
          '-mx-1 inline-flex max-w-full items-center gap-1 rounded-sm px-1 hover:text-ink max-md:hidden',
          sort.direction && 'text-ink-soft',
        )}
      >
        <span className="truncate">{header}</span>
        {sort.direction && <Arrow aria-hidden className="size-3 shrink-0" />}
      </button>
    </>
  )
}
