import { EmptyState } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { Globe, ListMusic, Lock } from 'lucide-react'
import { KeepButton } from '../features/offline/keep-button.tsx'
import { entriesInput } from '../features/playlists/entries.ts'
import { PlaylistControls } from '../features/playlists/playlist-controls.tsx'
import type { PlayOrigin } from '../features/player/supply.ts'
import { playRows } from '../features/tracks/play-rows.ts'
import { formatDuration } from '@segue/ui'
import { messages } from '../lib/messages.ts'
import type { Playlist, PlaylistEntry } from '../lib/playlist.ts'
import { trpc } from '../lib/trpc.ts'
import { CollectionHeader } from './collection-header.tsx'
import { PagedList } from './paged-list.tsx'
import { PlayButton } from './play-button.tsx'
import { ShuffleAllButton } from './shuffle-all-button.tsx'
import { PlaylistEntries } from './playlist-entries.tsx'

const { playlists, collection } = messages

/** A playlist for who is signed in: its own, to be changed, or another's that is public. */
export function PlaylistView({ playlist }: { playlist: Playlist }) {
  const { id, name, owner } = playlist
  const session = trpc.auth.session.useQuery()
  const isOwn = session.data?.user?.id === owner.id
  const list = trpc.playlists.tracks.useInfiniteQuery(entriesInput(id), {
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchOnMount: 'always',
  })
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? []
  const origin: PlayOrigin = {
    source: { kind: 'playlist', id },
    from: { kind: 'playlist', id, name },
    list: { of: 'playlist', id },
    cursor: list.data?.pages.at(-1)?.nextCursor ?? null,
  }
  const play = (entry?: PlaylistEntry) => playRows(entries, entry, origin)
  return (
    <>
      <CollectionHeader
        kind={playlists.label}
        name={name}
        covers={playlist.covers}
        description={playlist.description}
        tools={
          <>
            <KeepButton collection={{ kind: 'playlist', id }} name={name} />
            {isOwn && <PlaylistControls playlist={playlist} />}
          </>
        }
        facts={[
          playlists.by(owner.nickname),
          collection.tracks(playlist.trackCount),
          playlist.trackCount > 0 && formatDuration(playlist.durationMs),
          isOwn && <Visibility isPublic={playlist.isPublic} />,
        ]}
      >
        <PlayButton
          isDisabled={!entries.some(({ track }) => track.available)}
          onPlay={() => play()}
        />
        <ShuffleAllButton tracks={entries.map(({ track }) => track)} origin={origin} />
      </CollectionHeader>
      <PagedList list={list} loadingLabel={collection.loading} empty={<NoEntries />}>
        {(rows, paging) => (
          <PlaylistEntries
            playlist={playlist}
            entries={rows}
            isOwn={isOwn}
            onPlay={play}
            {...paging}
          />
        )}
      </PagedList>
    </>
  )
}

function Visibility({ isPublic }: { isPublic: boolean }) {
  const Icon = isPublic ? Globe : Lock
  return (
    <span className="inline-flex items-center gap-1">
      <Icon aria-hidden className="size-3.5" />
      {isPublic ? playlists.public : playlists.private}
    </span>
  )
}

function NoEntries() {
  return (
    <EmptyState
      icon={<ListMusic />}
      title={playlists.emptyEntriesTitle}
      detail={playlists.emptyEntriesDetail}
    >
      <Link to="/tracks" className="font-semibold text-accent hover:underline">
        {playlists.toTracks}
      </Link>
    </EmptyState>
  )
}
