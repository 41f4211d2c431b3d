import { Select } from '@segue/ui'
import { endless, paging } from '@segue/web'
import { useSearch } from '@tanstack/react-router'
import { Music } from 'lucide-react'
import { TrackList } from '../features/tracks/track-list.tsx'
import { sorts, type TrackSearch, type TrackSort } from '../features/tracks/track-search.ts'
import { words } from '../features/tracks/words.ts'
import { CoverField } from '../features/upload/cover-field.tsx'
import { sendCover } from '../features/upload/send-cover.ts'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { ListBody } from './list-body.tsx'
import { PageHeader } from './page-header.tsx'
import { SearchAndSort } from './search-and-sort.tsx'
import { useChangeSearch } from './use-change-search.ts'

const states = [
  { value: 'library', label: words.inLibrary },
  { value: 'removed', label: words.removedOnes },
]

export function Tracks() {
  const { state, q, sort } = useSearch({ from: '/' })
  const change = useChangeSearch<TrackSearch>()
  const isRemoved = state === 'removed'
  const list = trpc.tracks.list.useInfiniteQuery(
    { q, sort, removed: isRemoved || undefined },
    endless,
  )
  const tracks = list.data?.pages.flatMap(({ items }) => items) ?? []
  const orders: TrackSort[] = q ? ['relevance', ...sorts] : [...sorts]
  const usual = q ? 'relevance' : 'newest'
  return (
    <>
      <PageHeader title={messages.nav.tracks}>
        <SearchAndSort
          placeholder={words.searchPlaceholder}
          query={q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
          sort={sort ?? usual}
          sorts={orders}
          sortLabels={messages.sorts}
          onSort={(sort) => change({ sort: sort === usual ? undefined : sort })}
        />
      </PageHeader>
      <fieldset className="mb-4 flex">
        <legend className="sr-only">{messages.list.filters}</legend>
        <Select
          label={words.state}
          value={state ?? 'library'}
          options={states}
          isActive={isRemoved}
          onValueChange={(value) => change({ state: value === 'removed' ? value : undefined })}
        />
      </fieldset>
      <ListBody
        list={list}
        count={tracks.length}
        words={isRemoved ? words.ofRemoved : words}
        icon={<Music />}
        isNarrowed={q !== undefined}
      >
        <TrackList
          tracks={tracks}
          {...paging(list)}
          coverField={<CoverField />}
          sendCover={sendCover}
        />
      </ListBody>
    </>
  )
}
