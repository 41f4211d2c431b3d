import { EmptyState, Button } from '@segue/ui'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { History as HistoryIcon, SearchX } from 'lucide-react'
import { useCallback } from 'react'
import { useHeldRemovals } from '../lib/held-removals.ts'
import { historyInput, isHistoryNarrowed, type HistorySearch } from '../lib/history-search.ts'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { ClearHistory } from './clear-history.tsx'
import { HistoryFilters } from './history-filters.tsx'
import { HistoryTable } from './history-table.tsx'
import { focusHeading, PageHeader } from './page-header.tsx'
import { PagedList } from './paged-list.tsx'

const noFilters = { q: undefined, from: undefined, to: undefined, whole: undefined }

/** What the listener heard, day by day, the last first. */
export function History() {
  const search = useSearch({ from: '/signed-in/history' })
  const navigate = useNavigate({ from: '/history' })
  const change = useCallback(
    (changed: Partial<HistorySearch>) =>
      void navigate({ search: (kept) => ({ ...kept, ...changed }), replace: true }),
    [navigate],
  )
  const list = trpc.history.list.useInfiniteQuery(historyInput(search), {
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (kept) => kept,
    refetchOnMount: 'always',
  })
  const { hidden } = useHeldRemovals()
  const isNarrowed = isHistoryNarrowed(search)
  const hasPlays = list.data?.pages[0]?.items.some(({ playId }) => !hidden.has(playId)) ?? false
  return (
    <>
      <PageHeader title={messages.nav.history}>
        {hasPlays && (
          <div className="flex flex-wrap items-center justify-end gap-x-4">
            <Link to="/listening" className="text-sm font-semibold text-accent hover:underline">
              {messages.listening.title}
            </Link>
            <ClearHistory />
          </div>
        )}
      </PageHeader>
      {(list.isPending || hasPlays || isNarrowed) && (
        <HistoryFilters search={search} onChange={change} />
      )}
      <PagedList
        list={list}
        loadingLabel={messages.history.loading}
        empty={
          isNarrowed ? (
            <NoMatch
              onClear={() => {
                change(noFilters)
                focusHeading()
              }}
            />
          ) : (
            <NoPlays />
          )
        }
      >
        {(plays, paging) => {
          const shown = plays.filter(({ playId }) => !hidden.has(playId))
          return shown.length === 0 && !paging.hasMore ? (
            <NoPlays />
          ) : (
            <HistoryTable plays={shown} {...paging} />
          )
        }}
      </PagedList>
    </>
  )
}

function NoPlays() {
  const { history } = messages
  return (
    <EmptyState icon={<HistoryIcon />} title={history.emptyTitle} detail={history.emptyDetail} />
  )
}

function NoMatch({ onClear }: { onClear(): void }) {
  const { history } = messages
  return (
    <EmptyState icon={<SearchX />} title={history.noMatchTitle} detail={history.noMatchDetail}>
      <Button onClick={onClear}>{history.clearFilters}</Button>
    </EmptyState>
  )
}
