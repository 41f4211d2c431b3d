import { endless, paging } from '@segue/web'
import { useSearch } from '@tanstack/react-router'
import { History as HistoryIcon } from 'lucide-react'
import { PlayList } from '../features/history/play-list.tsx'
import { words } from '../features/history/words.ts'
import { recordFilter, recordSorts, type RecordSearch } from '../lib/record-search.ts'
import { trpc } from '../lib/trpc.ts'
import { ListBody } from './list-body.tsx'
import { PageHeader } from './page-header.tsx'
import { RecordFilters } from './record-filters.tsx'
import { SearchAndSort } from './search-and-sort.tsx'
import { useChangeSearch } from './use-change-search.ts'

export function History() {
  const search = useSearch({ from: '/history' })
  const change = useChangeSearch<RecordSearch>()
  const list = trpc.admin.history.list.useInfiniteQuery(recordFilter(search), endless)
  const plays = list.data?.pages.flatMap(({ items }) => items) ?? []
  const isLoading = list.isPending || list.isPlaceholderData
  const knownTrack = isLoading ? undefined : (plays[0]?.track ?? null)
  const { sort = 'newest', ...narrowing } = search
  return (
    <>
      <PageHeader title={words.title}>
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
        count={plays.length}
        words={words}
        icon={<HistoryIcon />}
        isNarrowed={Object.values(narrowing).some(Boolean)}
      >
        <PlayList plays={plays} {...paging(list)} />
      </ListBody>
    </>
  )
}
