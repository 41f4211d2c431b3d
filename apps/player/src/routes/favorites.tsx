import type { RouterOutputs } from '@segue/api'
import { EmptyState } from '@segue/ui'
import { Heart } from 'lucide-react'
import type { PlayOrigin } from '../features/player/supply.ts'
import { playRows } from '../features/tracks/play-rows.ts'
import { trackColumns } from '../features/tracks/track-columns.tsx'
import { TrackRows } from '../features/tracks/track-rows.tsx'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { focusBeside } from './focus-row.ts'
import { PageHeader } from './page-header.tsx'
import { PagedList } from './paged-list.tsx'
import { PlayButton } from './play-button.tsx'
import { ShuffleAllButton } from './shuffle-all-button.tsx'

type Favorite = RouterOutputs['favorites']['list']['items'][number]

export function Favorites() {
  const list = trpc.favorites.list.useInfiniteQuery(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor, refetchOnMount: 'always' },
  )
  const favorites = list.data?.pages.flatMap(({ items }) => items) ?? []
  const origin: PlayOrigin = {
    source: { kind: 'favorites' },
    list: { of: 'favorites' },
    cursor: list.data?.pages.at(-1)?.nextCursor ?? null,
  }
  const play = (row?: Favorite) => playRows(favorites, row, origin)
  return (
    <>
      <PageHeader title={messages.nav.favorites}>
        {favorites.some(({ track }) => track.available) && (
          <div className="flex gap-2">
            <PlayButton isDisabled={false} onPlay={() => play()} />
            <ShuffleAllButton tracks={favorites.map(({ track }) => track)} origin={origin} />
          </div>
        )}
      </PageHeader>
      <PagedList
        list={list}
        loadingLabel={messages.favorites.loading}
        empty={
          <EmptyState
            icon={<Heart />}
            title={messages.favorites.emptyTitle}
            detail={messages.favorites.emptyDetail}
          />
        }
      >
        {(rows, paging) => (
          <TrackRows<Favorite>
            label={messages.nav.favorites}
            columns={[trackColumns.album, trackColumns.duration]}
            rows={rows}
            rowKey={({ track }) => track.id}
            gridClassName="grid-cols-[minmax(0,1fr)_5rem] sm:grid-cols-[minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_4.5rem_5rem]"
            onPlay={play}
            onFavorite={(row) => focusBeside(rows, row, ({ track }) => track.id)}
            {...paging}
          />
        )}
      </PagedList>
    </>
  )
}
