import { Button, EmptyState, ErrorState, TableSkeleton } from '@segue/ui'
import { askAgain, type List } from '@segue/web'
import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'

export interface ListBodyProps {
  list: List & { isPending: boolean; isError: boolean; error: unknown }
  /** How many rows there are. */
  count: number
  words: { loading: string; emptyTitle: string; emptyDetail: string }
  icon: ReactNode
  /** A search or a filter is set: where nothing is left, that is why. */
  isNarrowed: boolean
  /** The rows. */
  children: ReactNode
}

/** A list while it loads, where it is empty, where it failed, and else its rows. */
export function ListBody({ list, count, words, icon, isNarrowed, children }: ListBodyProps) {
  if (list.isPending) return <TableSkeleton label={words.loading} />
  if (list.isError && count === 0) {
    return (
      <ErrorState
        title={messages.failedTitle}
        detail={errorSentence(list.error)}
        retryLabel={messages.retry}
        onRetry={() => void list.refetch()}
      />
    )
  }
  if (count === 0) {
    return isNarrowed ? (
      <EmptyState
        icon={<SearchX />}
        title={messages.list.noMatchTitle}
        detail={messages.list.noMatchDetail}
      />
    ) : (
      <EmptyState icon={icon} title={words.emptyTitle} detail={words.emptyDetail} />
    )
  }
  return (
    <>
      {children}
      {list.isError && (
        <div role="alert" className="flex flex-wrap items-center justify-center gap-4 p-6 text-sm">
          <p className="text-ink-soft">{errorSentence(list.error)}</p>
          <Button isBusy={list.isFetching} onClick={() => askAgain(list)}>
            {messages.retry}
          </Button>
        </div>
      )}
    </>
  )
}
