import type { Rows } from '@segue/ui'
import { TableSkeleton } from '@segue/ui'
import type { SparseList } from '@segue/web'
import type { ReactNode } from 'react'
import { Problem } from '../lib/problem.tsx'
import { ListProblem } from './list-problem.tsx'

export interface LongListProps<Item> {
  list: SparseList<Item>
  /** What is being loaded, for screen readers. */
  loadingLabel: string
  /** The shape of what is on its way; that of a table, unless given. */
  skeleton?: ReactNode
  /** Stands where there is nothing. */
  empty: ReactNode
  children(rows: Rows<Item>): ReactNode
}

/** A list of any length: on its way, failed, empty, or its rows as they come. */
export function LongList<Item>(props: LongListProps<Item>) {
  const { list, loadingLabel, skeleton, empty, children } = props
  if (list.isPending) {
    if (list.error === null) return skeleton ?? <TableSkeleton label={loadingLabel} />
    return <Problem error={list.error} onRetry={list.refetch} />
  }
  if (list.rows.length === 0) return empty
  return (
    <>
      {children(list.rows)}
      {list.error !== null && (
        // Where one looks, not below the last of many rows.
        <div className="sticky bottom-[calc(var(--bar-height)+var(--nav-height))] z-10 bg-canvas">
          <ListProblem error={list.error} isBusy={list.isFetching} onRetry={list.refetch} />
        </div>
      )}
    </>
  )
}
