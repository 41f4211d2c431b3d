import { TableSkeleton } from '@segue/ui'
import { askAgain, type List, paging, type Paging } from '@segue/web'
import type { ReactNode } from 'react'
import { Problem } from '../lib/problem.tsx'
import { ListProblem } from './list-problem.tsx'

export interface PagedListProps<Item> {
  list: List & {
    isPending: boolean
    isError: boolean
    error: unknown
    data?: { pages: readonly { items: readonly Item[] }[] }
  }
  /** What is being loaded, for screen readers. */
  loadingLabel: string
  /** The shape of what is on its way; that of a table, unless given. */
  skeleton?: ReactNode
  /** Stands where there is nothing. */
  empty: ReactNode
  children(items: readonly Item[], paging: Paging): ReactNode
}

/** A list that comes page by page: on its way, failed, empty, or its items with what to do for more. */
export function PagedList<Item>(props: PagedListProps<Item>) {
  const { list, loadingLabel, skeleton, empty, children } = props
  if (list.isPending) return skeleton ?? <TableSkeleton label={loadingLabel} />
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isError && items.length === 0) {
    return <Problem error={list.error} onRetry={() => void list.refetch()} />
  }
  if (items.length === 0 && !list.hasNextPage) return empty
  return (
    <>
      {children(items, paging(list))}
      {list.isError && (
        <ListProblem error={list.error} isBusy={list.isFetching} onRetry={() => askAgain(list)} />
      )}
    </>
  )
}
