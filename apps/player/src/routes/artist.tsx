import { useParams } from '@tanstack/react-router'
import { trpc } from '../lib/trpc.ts'
import { ArtistView } from './artist-view.tsx'
import { CollectionSkeleton } from './collection-skeleton.tsx'
import { PageProblem } from './page-problem.tsx'

export function Artist() {
  const { id } = useParams({ from: '/signed-in/artists/$id' })
  const artist = trpc.artists.byId.useQuery({ id })
  if (artist.data) return <ArtistView key={id} artist={artist.data} />
  if (artist.isPending) return <CollectionSkeleton />
  return <PageProblem error={artist.error} onRetry={() => void artist.refetch()} />
}
