import { Select } from '@segue/ui'
import { endless, paging } from '@segue/web'
import { useSearch } from '@tanstack/react-router'
import { ListMusic } from 'lucide-react'
import { PlaylistList } from '../features/playlists/playlist-list.tsx'
import {
  playlistFilter,
  playlistSorts,
  type PlaylistSearch,
} from '../features/playlists/playlist-search.ts'
import { words } from '../features/playlists/words.ts'
import { UserPicker } from '../features/users/user-picker.tsx'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { ListBody } from './list-body.tsx'
import { PageHeader } from './page-header.tsx'
import { SearchAndSort } from './search-and-sort.tsx'
import { useChangeSearch } from './use-change-search.ts'

const visibilities = [
  { value: 'any', label: words.anyVisibility },
  { value: 'public', label: words.public },
  { value: 'private', label: words.private },
]

export function Playlists() {
  const search = useSearch({ from: '/playlists' })
  const change = useChangeSearch<PlaylistSearch>()
  const list = trpc.admin.playlists.list.useInfiniteQuery(playlistFilter(search), endless)
  const playlists = list.data?.pages.flatMap(({ items }) => items) ?? []
  const { sort = 'newest', ...narrowing } = search
  return (
    <>
      <PageHeader title={messages.nav.playlists}>
        <SearchAndSort
          placeholder={words.searchPlaceholder}
          query={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
          sort={sort}
          sorts={playlistSorts}
          sortLabels={words.sorts}
          onSort={(sort) => change({ sort: sort === 'newest' ? undefined : sort })}
        />
      </PageHeader>
      <fieldset className="mb-4 grid grid-cols-2 gap-2 md:flex">
        <legend className="sr-only">{messages.list.filters}</legend>
        <UserPicker userId={search.user} onPick={(user) => change({ user })} className="md:w-52" />
        <Select
          label={words.visibility}
          value={search.visibility ?? 'any'}
          options={visibilities}
          isActive={search.visibility !== undefined}
          onValueChange={(value) =>
            change({ visibility: value === 'public' || value === 'private' ? value : undefined })
          }
        />
      </fieldset>
      <ListBody
        list={list}
        count={playlists.length}
        words={words}
        icon={<ListMusic />}
        isNarrowed={Object.values(narrowing).some(Boolean)}
      >
        <PlaylistList playlists={playlists} {...paging(list)} />
      </ListBody>
    </>
  )
}
