import { CardGrid, CardGridSkeleton, EmptyState } from '@segue/ui'
import { keepPreviousData } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ArchiveRestore, Library } from 'lucide-react'
import { CreatePlaylist } from '../features/playlists/create-playlist.tsx'
import { ImportButton } from '../features/playlists/import-button.tsx'
import { PlaylistDrop } from '../features/playlists/playlist-drop.tsx'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { CollectionCard } from './collection-card.tsx'
import { FindBar } from './find-bar.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PageHeader } from './page-header.tsx'
import { PagedList } from './paged-list.tsx'

const { playlists } = messages

export function Playlists() {
  const { q } = useSearch({ from: '/signed-in/playlists' })
  const navigate = useNavigate({ from: '/playlists' })
  const list = trpc.playlists.list.useInfiniteQuery(q === undefined ? {} : { q }, {
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  })
  return (
    <PlaylistDrop>
      <PageHeader title={messages.nav.playlists}>
        <div className="flex items-center gap-2">
          <ImportButton />
          <CreatePlaylist />
        </div>
      </PageHeader>
      <FindBar
        label={playlists.search}
        placeholder={playlists.placeholder}
        q={q ?? ''}
        onFind={(words) => void navigate({ search: words ? { q: words } : {}, replace: true })}
      >
        <ToDeleted />
      </FindBar>
      <PagedList
        list={list}
        loadingLabel={playlists.loading}
        skeleton={<CardGridSkeleton label={playlists.loading} />}
        empty={q === undefined ? <NoPlaylists /> : <NothingFound isSearched />}
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

function ToDeleted() {
  return (
    <Link
      to="/playlists/deleted"
      title={playlists.deletedTitle}
      className="inline-flex h-10 items-center gap-2 rounded-md px-2.5 text-sm font-medium text-ink-soft transition-colors hover:bg-sunken hover:text-ink"
    >
      <ArchiveRestore aria-hidden className="size-4" />
      <span className="max-sm:sr-only">{playlists.deletedTitle}</span>
    </Link>
  )
}

function NoPlaylists() {
  return (
    <EmptyState icon={<Library />} title={playlists.emptyTitle} detail={playlists.emptyDetail} />
  )
}
