import { CardGrid, CardGridSkeleton } from '@segue/ui'
import { useSparseList } from '@segue/web'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { artistSorts } from '../lib/browse-search.ts'
import { artistsSource } from '../lib/list-sources.ts'
import { messages } from '../lib/messages.ts'
import { BrowseBar } from './browse-bar.tsx'
import { CollectionCard } from './collection-card.tsx'
import { LongList } from './long-list.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PageHeader } from './page-header.tsx'

const { artists } = messages

export function Artists() {
  const search = useSearch({ from: '/signed-in/artists' })
  const navigate = useNavigate({ from: '/artists' })
  const list = useSparseList(artistsSource(search))
  return (
    <>
      <PageHeader title={messages.nav.artists} />
      <BrowseBar
        label={artists.search}
        placeholder={artists.placeholder}
        search={search}
        sorts={artistSorts}
        onChange={(changed) =>
          void navigate({ search: (kept) => ({ ...kept, ...changed }), replace: true })
        }
      />
      <LongList
        list={list}
        loadingLabel={artists.loading}
        skeleton={<CardGridSkeleton label={artists.loading} isRound />}
        empty={<NothingFound isSearched={search.q !== undefined} />}
      >
        {(items) => (
          <CardGrid
            label={messages.nav.artists}
            items={items}
            itemKey={({ id }) => id}
            isRound
            renderCard={({ id, name, coverUrl, albumCount, trackCount }) => (
              <CollectionCard
                link={{ to: '/artists/$id', params: { id } }}
                covers={coverUrl === null ? [] : [coverUrl]}
                name={name}
                detail={[artists.counts(albumCount, trackCount)]}
                isRound
              />
            )}
          />
        )}
      </LongList>
    </>
  )
}
