import type { RouterOutputs } from '@segue/api'
import { formatDuration, type TableColumn } from '@segue/ui'
import type { PlayOrigin } from '../features/player/supply.ts'
import { playRows } from '../features/tracks/play-rows.ts'
import { trackColumns } from '../features/tracks/track-columns.tsx'
import { TrackRows } from '../features/tracks/track-rows.tsx'
import { ArtistLink } from '../lib/artist-link.tsx'
import { messages } from '../lib/messages.ts'
import type { Track } from '../lib/track.ts'
import { trpc } from '../lib/trpc.ts'
import { CollectionHeader } from './collection-header.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PagedList } from './paged-list.tsx'
import { PlayButton } from './play-button.tsx'
import { ShuffleAllButton } from './shuffle-all-button.tsx'

interface Row {
  track: Track
}

const { albums, collection } = messages

/** An album: its tracks in the order of its discs. */
export function AlbumView({ album }: { album: RouterOutputs['albums']['byId'] }) {
  const { id, title, artist } = album
  const input = { albumId: id, sort: 'album' } as const
  const list = trpc.tracks.list.useInfiniteQuery(input, {
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages, pageParams }) => ({
      pageParams,
      pages: pages.map((page) => ({ ...page, items: page.items.map((track) => ({ track })) })),
    }),
  })
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const origin: PlayOrigin = {
    source: { kind: 'album', id },
    from: { kind: 'album', id, name: title },
    list: { of: 'tracks', input },
    cursor: list.data?.pages.at(-1)?.nextCursor ?? null,
  }
  const play = (row?: Row) => playRows(rows, row, origin)
  return (
    <>
      <CollectionHeader
        kind={albums.label}
        name={title}
        covers={album.coverUrl === null ? [] : [album.coverUrl]}
        facts={[
          <ArtistLink key="artist" artist={artist} />,
          album.year,
          collection.tracks(album.trackCount),
          formatDuration(album.durationMs),
        ]}
      >
        <PlayButton isDisabled={rows.length === 0} onPlay={() => play()} />
        <ShuffleAllButton tracks={rows.map(({ track }) => track)} origin={origin} />
      </CollectionHeader>
      <PagedList
        list={list}
        loadingLabel={messages.tracks.loading}
        empty={<NothingFound isSearched={false} />}
      >
        {(rows, paging) => (
          <TrackRows
            label={title}
            firstColumn={number}
            columns={[trackColumns.duration]}
            rows={rows}
            rowKey={({ track }) => track.id}
            gridClassName="grid-cols-[2.75rem_minmax(0,1fr)_5rem] sm:grid-cols-[3.25rem_minmax(0,1fr)_4.5rem_5rem]"
            onPlay={play}
            {...paging}
          />
        )}
      </PagedList>
    </>
  )
}

const number: TableColumn<Row> = {
  key: 'number',
  header: albums.number,
  className: 'text-right',
  cellClassName: 'text-ink-faint tabular-nums',
  renderCell: ({ track }) => albums.place(track.discNumber, track.trackNumber),
}
