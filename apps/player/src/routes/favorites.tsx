import { EmptyState } from '@segue/ui'
import { useSparseList } from '@segue/web'
import { Heart } from 'lucide-react'
import { useMemo } from 'react'
import type { PlayOrigin } from '../features/player/supply.ts'
import { playFrom } from '../features/tracks/play-from.ts'
import { tracksOf } from '../features/tracks/as-track-rows.ts'
import { trackColumns } from '../features/tracks/track-columns.tsx'
import { TrackRows } from '../features/tracks/track-rows.tsx'
import { favoritesSource } from '../lib/list-sources.ts'
import { messages } from '../lib/messages.ts'
import { focusBeside } from './focus-row.ts'
import { LongList } from './long-list.tsx'
import { PageHeader } from './page-header.tsx'
import { PlayButton } from './play-button.tsx'
import { ShuffleAllButton } from './shuffle-all-button.tsx'

const columns = [trackColumns.album, trackColumns.duration]
const origin: PlayOrigin = { source: { kind: 'favorites' }, list: { of: 'favorites' } }

export function Favorites() {
  const list = useSparseList(favoritesSource)
  const tracks = useMemo(() => tracksOf(list.rows), [list.rows])
  const play = (index: number | null) => playFrom(tracks, index, origin)
  return (
    <>
      <PageHeader title={messages.nav.favorites}>
        {tracks.length > 0 && (
          <div className="flex gap-2">
            <PlayButton isDisabled={false} onPlay={() => play(null)} />
            <ShuffleAllButton tracks={[]} origin={origin} />
          </div>
        )}
      </PageHeader>
      <LongList
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
        {(rows) => (
          <TrackRows
            label={messages.nav.favorites}
            columns={columns}
            rows={rows}
            rowKey={({ track }) => track.id}
            gridClassName="grid-cols-[minmax(0,1fr)_5rem] sm:grid-cols-[minmax(0,1fr)_4.5rem_5rem] md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_4.5rem_5rem]"
            name={list.name}
            load={list.load}
            onPlay={(_, index) => play(index)}
            onFavorite={(row) => focusBeside(rows, row, ({ track }) => track.id)}
          />
        )}
      </LongList>
    </>
  )
}
