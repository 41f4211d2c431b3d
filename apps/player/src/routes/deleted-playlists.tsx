import { EmptyState, TableSkeleton } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { ArchiveRestore, ArrowLeft } from 'lucide-react'
import { DeletedList } from '../features/playlists/deleted-list.tsx'
import { messages } from '../lib/messages.ts'
import { Problem } from '../lib/problem.tsx'
import { trpc } from '../lib/trpc.ts'
import { focusHeading, PageHeader } from './page-header.tsx'

const { playlists } = messages

/** The playlists that the listener deleted, to be brought back while they are kept. */
export function DeletedPlaylists() {
  const list = trpc.playlists.deleted.useQuery(undefined, { refetchOnMount: 'always' })
  return (
    <>
      <Link
        to="/playlists"
        className="mb-2 inline-flex items-center gap-1.5 rounded-sm text-sm font-medium text-ink-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {messages.nav.playlists}
      </Link>
      <PageHeader title={playlists.deletedTitle} />
      {list.isPending ? (
        <TableSkeleton label={playlists.deletedLoading} />
      ) : !list.data ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data.length === 0 ? (
        <EmptyState
          icon={<ArchiveRestore />}
          title={playlists.deletedEmptyTitle}
          detail={playlists.deletedEmptyDetail}
        />
      ) : (
        <>
          <p className="mb-2 text-sm text-ink-soft">{playlists.deletedHint}</p>
          <DeletedList deleted={list.data} onRestore={focusHeading} />
        </>
      )}
    </>
  )
}
