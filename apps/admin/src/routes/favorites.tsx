import { endless, paging } from '@segue/web'
import { useSearch } from '@tanstack/react-router'
import { Heart } from 'lucide-react'
import { FavoriteList } from '../features/favorites/favorite-list.tsx'
import { words } from '../features/favorites/words.ts'
import { messages } from '../lib/messages.ts'
import { recordFilter, recordSorts, type RecordSearch } from '../lib/record-search.ts'
import { trpc } from '../lib/trpc.ts'
import { ListBody } from './list-body.tsx'
import { PageHeader } from './page-header.tsx'
import { RecordFilters } from './record-filters.tsx'
import { SearchAndSort } from './search-and-sort.tsx'
import { useChangeSearch } from './use-change-search.ts'

export function Favorites() {
  const search = useSearch({ from: '/favorites' })
  const change = useChangeSearch<RecordSearch>()
  const list = trpc.admin.favorites.list.useInfiniteQuery(recordFilter(search), endless)
  const favorites = list.data?.pages.flatMap(({ items }) => items) ?? []
  const isLoading = list.isPending || list.isPlaceholderData
  const knownTrack = isLoading ? undefined : (favorites[0]?.track ?? null)
  const { sort = 'newest', ...narrowing } = search
  return (
    <>
      <PageHeader title={messages.nav.favorites}>
        <SearchAndSort
          placeholder={words.searchPlaceholder}
          query={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
          sort={sort}
          sorts={recordSorts}
          sortLabels={words.sorts}
          onSort={(sort) => change({ sort: sort === 'newest' ? undefined : sort })}
        />
      </PageHeader>
      <RecordFilters search={search} knownTrack={knownTrack} onChange={change} />
      <ListBody
        list={list}
        count={favorites.length}
        words={words}
        icon={<Heart />}
        isNarrowed={Object.values(narrowing).some(Boolean)}
      >
        <FavoriteList favorites={favorites} {...paging(list)} />
      </ListBody>
    </>
  )
}
