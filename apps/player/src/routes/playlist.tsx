import { useParams } from '@tanstack/react-router'
import { trpc } from '../lib/trpc.ts'
import { CollectionSkeleton } from './collection-skeleton.tsx'
import { PageProblem } from './page-problem.tsx'
import { PlaylistView } from './playlist-view.tsx'

export function Playlist() {
  const { id } = useParams({ from: '/signed-in/playlists/$id' })
  const playlist = trpc.playlists.byId.useQuery({ id })
  if (playlist.data) return <PlaylistView key={id} playlist={playlist.data} />
  if (playlist.isPending) return <CollectionSkeleton />
  return <PageProblem error={playlist.error} onRetry={() => void playlist.refetch()} />
}
