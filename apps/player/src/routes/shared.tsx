import { useParams } from '@tanstack/react-router'
import { EmptyState } from '@segue/ui'
import { errorData } from '@segue/web'
import { Link } from '@tanstack/react-router'
import { Link2Off } from 'lucide-react'
import { PageTitle } from '../features/player/page-title.tsx'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { CollectionSkeleton } from './collection-skeleton.tsx'
import { PageProblem } from './page-problem.tsx'
import { PlaylistView } from './playlist-view.tsx'
import { Shell } from './shell.tsx'
import { StrangersFrame } from './strangers-frame.tsx'
import { StrangersPlaylist } from './strangers-playlist.tsx'

const { shared } = messages

/** A playlist by its link: for whoever is signed in as any other, for everyone else to be looked at. */
export function Shared() {
  const { slug } = useParams({ from: '/p/$slug' })
  const session = trpc.auth.session.useQuery()
  const isSignedIn = Boolean(session.data?.user)
  const playlist = trpc.playlists.bySlug.useQuery({ slug }, { refetchOnMount: 'always' })
  const Frame = isSignedIn ? Shell : StrangersFrame
  return (
    <Frame>
      {playlist.isError ? (
        <Problem error={playlist.error} onRetry={() => void playlist.refetch()} />
      ) : !playlist.data ? (
        <CollectionSkeleton />
      ) : isSignedIn ? (
        <PlaylistView playlist={playlist.data} />
      ) : (
        <StrangersPlaylist playlist={playlist.data} />
      )}
    </Frame>
  )
}

function Problem({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const reason = errorData(error)?.reason
  if (reason !== 'not_found' && reason !== 'input_invalid')
    return <PageProblem error={error} onRetry={onRetry} />
  return (
    <>
      <PageTitle page={shared.goneTitle} />
      <EmptyState
        headingLevel={1}
        icon={<Link2Off />}
        title={shared.goneTitle}
        detail={shared.goneDetail}
      >
        <Link to="/tracks" className="font-semibold text-accent hover:underline">
          {messages.notFound.home}
        </Link>
      </EmptyState>
    </>
  )
}
