import { EmptyState, ErrorState, SearchField, Select, TableSkeleton } from '@segue/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Music, SearchX } from 'lucide-react'
import { useCallback } from 'react'
import { sorts, type TrackSearch, type TrackSort } from '../features/tracks/track-search.ts'
import { TrackTable } from '../features/tracks/track-table.tsx'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { PageHeader } from './page-header.tsx'

const { tracks: words } = messages

export function Tracks() {
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const change = useCallback(
    (changed: Partial<TrackSearch>) =>
      void navigate({
        search: (kept: TrackSearch) => ({ ...kept, ...changed }),
        replace: true,
      }),
    [navigate],
  )
  const searchFor = useCallback((q: string) => change({ q: q || undefined }), [change])
  const orders: TrackSort[] = search.q ? ['relevance', ...sorts] : [...sorts]
  const usual = search.q ? 'relevance' : 'newest'
  return (
    <>
      <PageHeader title={messages.nav.tracks}>
        <div className="flex min-w-0 gap-2 max-md:w-full">
          <SearchField
            id="search"
            label={messages.list.search}
            placeholder={words.searchPlaceholder}
            clearLabel={messages.list.clearSearch}
            className="flex-1 md:w-80"
            value={search.q ?? ''}
            onSearch={searchFor}
          />
          <Select
            label={messages.list.sort}
            value={search.sort ?? usual}
            options={orders.map((sort) => ({ value: sort, label: messages.sorts[sort] }))}
            onValueChange={(sort) =>
              change({ sort: sort === usual ? undefined : (sort as TrackSort) })
            }
          />
        </div>
      </PageHeader>
      <TrackList search={search} />
    </>
  )
}

function TrackList({ search }: { search: TrackSearch }) {
  const list = trpc.tracks.list.useInfiniteQuery(search, {
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (kept) => kept,
  })
  if (list.isPending) return <TableSkeleton label={words.loading} />
  if (list.isError) {
    return (
      <ErrorState
        title={messages.failedTitle}
        detail={errorSentence(list.error)}
        retryLabel={messages.retry}
        onRetry={() => void list.refetch()}
      />
    )
  }
  const tracks = list.data.pages.flatMap(({ items }) => items)
  if (tracks.length === 0) {
    return search.q ? (
      <EmptyState
        icon={<SearchX />}
        title={messages.list.noMatchTitle}
        detail={messages.list.noMatchDetail}
      />
    ) : (
      <EmptyState icon={<Music />} title={words.emptyTitle} detail={words.emptyDetail} />
    )
  }
  return (
    <TrackTable
      tracks={tracks}
      hasMore={list.hasNextPage}
      onEndReached={() => void (list.isFetchingNextPage || list.fetchNextPage())}
    />
  )
}
