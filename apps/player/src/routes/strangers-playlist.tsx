import { Cover, EmptyState, formatDuration, Table, type TableColumn } from '@segue/ui'
import { Link, useRouterState } from '@tanstack/react-router'
import { ListMusic, LogIn } from 'lucide-react'
import { entriesInput } from '../features/playlists/entries.ts'
import { messages } from '../lib/transfer-messages.ts'
import type { Playlist, PlaylistEntry } from '../lib/playlist.ts'
import { trpc } from '../lib/trpc.ts'
import { CollectionHeader } from './collection-header.tsx'
import { PagedList } from './paged-list.tsx'

const { playlists, collection, columns: heads, shared } = messages

/** A shared playlist for someone who isn't signed in: to be looked at, with the way to hear it. */
export function StrangersPlaylist({ playlist }: { playlist: Playlist }) {
  const next = useRouterState({ select: ({ location }) => location.href })
  const list = trpc.playlists.tracks.useInfiniteQuery(entriesInput(playlist.id), {
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  return (
    <>
      <CollectionHeader
        kind={playlists.label}
        name={playlist.name}
        covers={playlist.covers}
        isNarrow
        tools={<p className="text-sm text-ink-soft">{shared.signInDetail}</p>}
        description={playlist.description}
        facts={[
          playlists.by(playlist.owner.nickname),
          collection.tracks(playlist.trackCount),
          playlist.trackCount > 0 && formatDuration(playlist.durationMs),
        ]}
      >
        <Link
          to="/sign-in"
          search={{ next }}
          className="inline-flex h-10 items-center justify-center gap-2 rounded-md bg-accent px-4 text-sm font-semibold text-on-accent hover:bg-accent-hover"
        >
          <LogIn aria-hidden className="size-4" />
          {shared.signInToPlay}
        </Link>
      </CollectionHeader>
      <PagedList
        list={list}
        loadingLabel={collection.loading}
        empty={<EmptyState icon={<ListMusic />} title={playlists.emptyEntriesTitle} />}
      >
        {(entries, paging) => (
          <Table
            label={playlist.name}
            columns={columns}
            rows={entries}
            rowKey={({ entryId }) => entryId}
            gridClassName="grid-cols-[minmax(0,1fr)_4rem] md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_4.5rem]"
            isDimmed={({ track }) => !track.available}
            {...paging}
          />
        )}
      </PagedList>
    </>
  )
}

const columns: TableColumn<PlaylistEntry>[] = [
  {
    key: 'title',
    get header() {
      return heads.title
    },
    renderCell: ({ track }) => (
      <div className="flex min-w-0 items-center gap-3">
        <Cover
          path={track.coverUrl}
          name={track.album?.title ?? track.title}
          sizes="44px"
          className="size-11"
        />
        <div className="min-w-0">
          <p className="truncate font-medium">{track.title}</p>
          <p className="truncate text-ink-soft">
            {track.available ? track.artist.name : messages.row.unavailable}
          </p>
        </div>
      </div>
    ),
  },
  {
    key: 'album',
    get header() {
      return heads.album
    },
    className: 'max-md:hidden',
    cellClassName: 'truncate text-ink-soft',
    renderCell: ({ track }) => track.album?.title,
  },
  {
    key: 'duration',
    get header() {
      return heads.duration
    },
    className: 'text-right',
    cellClassName: 'text-ink-faint tabular-nums',
    renderCell: ({ track }) => formatDuration(track.durationMs),
  },
]
