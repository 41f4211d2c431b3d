import { useParams } from '@tanstack/react-router'
import { trpc } from '../lib/trpc.ts'
import { AlbumView } from './album-view.tsx'
import { CollectionSkeleton } from './collection-skeleton.tsx'
import { PageProblem } from './page-problem.tsx'

export function Album() {
  const { id } = useParams({ from: '/signed-in/albums/$id' })
  const album = trpc.albums.byId.useQuery({ id })
  if (album.data) return <AlbumView key={id} album={album.data} />
  if (album.isPending) return <CollectionSkeleton />
  return <PageProblem error={album.error} onRetry={() => void album.refetch()} />
}
