import { CardGridSkeleton } from '@segue/ui'
import { useSparseList } from '@segue/web'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { albumSorts } from '../lib/browse-search.ts'
import { albumsSource } from '../lib/list-sources.ts'
import { messages } from '../lib/messages.ts'
import { AlbumGrid } from './album-grid.tsx'
import { BrowseBar } from './browse-bar.tsx'
import { LongList } from './long-list.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PageHeader } from './page-header.tsx'

const { albums } = messages

export function Albums() {
  const search = useSearch({ from: '/signed-in/albums' })
  const navigate = useNavigate({ from: '/albums' })
  const list = useSparseList(albumsSource(search))
  return (
    <>
      <PageHeader title={messages.nav.albums} />
      <BrowseBar
        label={albums.search}
        placeholder={albums.placeholder}
        search={search}
        sorts={albumSorts}
        onChange={(changed) =>
          void navigate({ search: (kept) => ({ ...kept, ...changed }), replace: true })
        }
      />
      <LongList
        list={list}
        loadingLabel={albums.loading}
        skeleton={<CardGridSkeleton label={albums.loading} />}
        empty={<NothingFound isSearched={search.q !== undefined} />}
      >
        {(items) => <AlbumGrid albums={items} />}
      </LongList>
    </>
  )
}
