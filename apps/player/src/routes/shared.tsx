import { useParams } from '@tanstack/react-router'
import { EmptyState } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { Link2Off } from 'lucide-react'
import { PageTitle } from '../features/player/page-title.tsx'
import { messages } from '../lib/transfer-messages.ts'
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
  const isAddress = /^[\w-]{1,100}$/.test(slug)
  // Where nothing is shared, that is the answer and no failure.
  const answer = trpc.playlists.shared.useQuery(
    { slug },
    { refetchOnMount: 'always', enabled: isAddress },
  )
  const playlist = answer.data?.playlist
  const Frame = isSignedIn ? Shell : StrangersFrame
  return (
    <Frame>
      {answer.isError ? (
        <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
      ) : isAddress && answer.isPending ? (
        <CollectionSkeleton />
      ) : !playlist ? (
        <NothingShared />
      ) : isSignedIn ? (
        <PlaylistView playlist={playlist} />
      ) : (
        <StrangersPlaylist playlist={playlist} />
      )}
    </Frame>
  )
}

function NothingShared() {
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
