import { Button, EmptyState, SearchField, TableSkeleton } from '@segue/ui'
import { askAgain, paging } from '@segue/web'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Music, SearchX } from 'lucide-react'
import { useCallback } from 'react'
import { playList } from '../features/player/queue-commands.ts'
import { followingTracks } from '../features/tracks/following-tracks.ts'
import { TrackFilters } from '../features/tracks/track-filters.tsx'
import { isNarrowed, listInput, type TrackSearch } from '../features/tracks/track-search.ts'
import { TrackTable } from '../features/tracks/track-table.tsx'
import { messages } from '../lib/messages.ts'
import { Problem } from '../lib/problem.tsx'
import { api, trpc } from '../lib/trpc.ts'
import { LibraryTabs } from './library-tabs.tsx'
import { ListProblem } from './list-problem.tsx'
import { PageHeader } from './page-header.tsx'

export function Tracks() {
  const search = useSearch({ from: '/signed-in/tracks' })
  const navigate = useNavigate({ from: '/tracks' })
  const change = useCallback(
    (changed: Partial<TrackSearch>) =>
      void navigate({
        search: (kept: TrackSearch) => ({ ...kept, ...changed }),
        replace: true,
        resetScroll: true,
      }),
    [navigate],
  )
  const searchFor = useCallback((q: string) => change({ q: q || undefined }), [change])
  return (
    <>
      <PageHeader title={messages.nav.tracks} />
      <LibraryTabs />
      <div className="sticky top-0 z-20 -mx-4 mb-2 flex flex-wrap items-center gap-2 bg-canvas px-4 py-2 md:-mx-6 md:px-6">
        <SearchField
          id="search"
          label={messages.tracks.search}
          placeholder={messages.tracks.searchPlaceholder}
          clearLabel={messages.tracks.clearSearch}
          className="max-md:w-full md:w-72"
          value={search.q ?? ''}
          onSearch={searchFor}
        />
        <div className="-mx-4 min-w-0 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] md:mx-0 md:flex-auto md:overflow-visible md:px-0">
          <TrackFilters search={search} onChange={change} />
        </div>
      </div>
      <TrackList
        search={search}
        onClear={() => {
          change(noFilters)
          document.getElementById('search')?.focus()
        }}
      />
    </>
  )
}

const noFilters = { q: undefined, genre: undefined, decade: undefined }

function TrackList({ search, onClear }: { search: TrackSearch; onClear(): void }) {
  const input = listInput(search)
  const list = trpc.tracks.list.useInfiniteQuery(input, {
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (kept) => kept,
  })
  if (list.isPending) return <TableSkeleton label={messages.tracks.loading} />
  const tracks = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (list.isError && tracks.length === 0) {
    return <Problem error={list.error} onRetry={() => void list.refetch()} />
  }
  if (tracks.length === 0) return <NoTracks search={search} onClear={onClear} />
  return (
    <>
      <TrackTable
        tracks={tracks}
        {...paging(list)}
        onPlay={(index) =>
          playList(tracks, index, {
            source: search.q ? { kind: 'search' } : undefined,
            more: followingTracks(
              (cursor) => api.tracks.list.query({ ...input, cursor }),
              list.data?.pages.at(-1)?.nextCursor ?? null,
            ),
          })
        }
      />
      {list.isError && (
        <ListProblem error={list.error} isBusy={list.isFetching} onRetry={() => askAgain(list)} />
      )}
    </>
  )
}

function NoTracks({ search, onClear }: { search: TrackSearch; onClear(): void }) {
  const { tracks } = messages
  return isNarrowed(search) ? (
    <EmptyState icon={<SearchX />} title={tracks.noMatchTitle} detail={tracks.noMatchDetail}>
      <Button onClick={onClear}>{tracks.clearFilters}</Button>
    </EmptyState>
  ) : (
    <EmptyState icon={<Music />} title={tracks.emptyTitle} detail={tracks.emptyDetail} />
  )
}
