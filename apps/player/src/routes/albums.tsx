import { useNavigate, useSearch } from '@tanstack/react-router'
import { albumSorts } from '../lib/browse-search.ts'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { AlbumGrid } from './album-grid.tsx'
import { BrowseBar } from './browse-bar.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PagedList } from './paged-list.tsx'
import { PageHeader } from './page-header.tsx'

const { albums } = messages

export function Albums() {
  const search = useSearch({ from: '/signed-in/albums' })
  const navigate = useNavigate({ from: '/albums' })
  const list = trpc.albums.list.useInfiniteQuery(search, {
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (kept) => kept,
  })
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
      <PagedList
        list={list}
        loadingLabel={albums.loading}
        empty={<NothingFound isSearched={search.q !== undefined} />}
      >
        {(items, paging) => <AlbumGrid albums={items} {...paging} />}
      </PagedList>
    </>
  )
}
