import { Button, EmptyState, SearchField } from '@segue/ui'
import { useSparseList } from '@segue/web'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Music, SearchX } from 'lucide-react'
import { useCallback } from 'react'
import { playFrom } from '../features/tracks/play-from.ts'
import { TrackFilters } from '../features/tracks/track-filters.tsx'
import {
  isNarrowed,
  listInput,
  orderOf,
  pressedHead,
  type TrackSearch,
  type TrackSort,
} from '../features/tracks/track-search.ts'
import { originOf } from '../features/tracks/track-origin.ts'
import { TrackTable } from '../features/tracks/track-table.tsx'
import { tracksSource } from '../lib/list-sources.ts'
import { messages } from '../lib/messages.ts'
import { LongList } from './long-list.tsx'
import { PageHeader } from './page-header.tsx'
import { ShuffleAllButton } from './shuffle-all-button.tsx'

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
      <PageHeader title={messages.nav.tracks}>
        <ShuffleAllButton tracks={[]} origin={originOf(search)} />
      </PageHeader>
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
        onSort={(sort) => change(pressedHead(search, sort))}
        onClear={() => {
          change(noFilters)
          document.getElementById('search')?.focus()
        }}
      />
    </>
  )
}

const noFilters = { q: undefined, genre: undefined, decade: undefined }

interface TrackListProps {
  search: TrackSearch
  onSort(sort: TrackSort): void
  onClear(): void
}

function TrackList({ search, onSort, onClear }: TrackListProps) {
  const input = listInput(search)
  const list = useSparseList(tracksSource(input))
  const play = (index: number) => playFrom(list.rows, index, originOf(search))
  return (
    <LongList
      list={list}
      loadingLabel={messages.tracks.loading}
      empty={<NoTracks search={search} onClear={onClear} />}
    >
      {(tracks) => (
        <TrackTable
          tracks={tracks}
          sorting={{ order: orderOf(search), onSort }}
          onPlay={play}
          name={list.name}
          load={list.load}
        />
      )}
    </LongList>
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
