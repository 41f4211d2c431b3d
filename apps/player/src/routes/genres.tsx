import { CardGrid, CardGridSkeleton, EmptyState } from '@segue/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tags } from 'lucide-react'
import { messages } from '../lib/messages.ts'
import { Problem } from '../lib/problem.tsx'
import { trpc } from '../lib/trpc.ts'
import { CollectionCard } from './collection-card.tsx'
import { FindBar } from './find-bar.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PageHeader } from './page-header.tsx'

const { genres } = messages

/** The genres of the library, the largest first, each with its tracks. */
export function Genres() {
  const { q = '' } = useSearch({ from: '/signed-in/genres' })
  const navigate = useNavigate({ from: '/genres' })
  const facets = trpc.tracks.facets.useQuery({})
  const found = facets.data?.genres.filter(({ name }) => folded(name).includes(folded(q)))
  return (
    <>
      <PageHeader title={messages.nav.genres} />
      <FindBar
        label={genres.search}
        placeholder={genres.placeholder}
        q={q}
        onFind={(words) => void navigate({ search: words ? { q: words } : {}, replace: true })}
      />
      {found && found.length > 0 && (
        <CardGrid
          label={messages.nav.genres}
          items={found}
          itemKey={({ name }) => name}
          renderCard={({ name, count }) => (
            <CollectionCard
              link={{ to: '/tracks', search: { genre: name } }}
              covers={[]}
              name={name}
              detail={[messages.collection.tracks(count)]}
            />
          )}
        />
      )}
      {found?.length === 0 &&
        (q ? (
          <NothingFound isSearched />
        ) : (
          <EmptyState icon={<Tags />} title={genres.emptyTitle} detail={genres.emptyDetail} />
        ))}
      {facets.isPending && <CardGridSkeleton label={genres.loading} />}
      {facets.isError && !found && (
        <Problem error={facets.error} onRetry={() => void facets.refetch()} />
      )}
    </>
  )
}

/** Without marks and capitals, as searches of the library compare. */
function folded(words: string): string {
  return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
