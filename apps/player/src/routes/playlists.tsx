import { CardGrid, EmptyState } from '@segue/ui'
import { Library } from 'lucide-react'
import { CreatePlaylist } from '../features/playlists/create-playlist.tsx'
import { ImportButton } from '../features/playlists/import-button.tsx'
import { PlaylistDrop } from '../features/playlists/playlist-drop.tsx'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { CollectionCard } from './collection-card.tsx'
import { PageHeader } from './page-header.tsx'
import { PagedList } from './paged-list.tsx'

const { playlists } = messages

export function Playlists() {
  const list = trpc.playlists.list.useInfiniteQuery(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor, refetchOnMount: 'always' },
  )
  return (
    <PlaylistDrop>
      <PageHeader title={messages.nav.playlists}>
        <div className="flex items-center gap-2">
          <ImportButton />
          <CreatePlaylist />
        </div>
      </PageHeader>
      <PagedList
        list={list}
        loadingLabel={playlists.loading}
        empty={
          <EmptyState
            icon={<Library />}
            title={playlists.emptyTitle}
            detail={playlists.emptyDetail}
          />
        }
      >
        {(items, paging) => (
          <CardGrid
            label={messages.nav.playlists}
            items={items}
            itemKey={({ id }) => id}
            renderCard={({ id, name, covers, trackCount, isPublic }) => (
              <CollectionCard
                link={{ to: '/playlists/$id', params: { id } }}
                covers={covers}
                name={name}
                detail={[messages.collection.tracks(trackCount), isPublic && playlists.public]}
              />
            )}
            {...paging}
          />
        )}
      </PagedList>
    </PlaylistDrop>
  )
}
