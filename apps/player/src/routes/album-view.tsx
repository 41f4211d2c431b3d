import type { RouterOutputs } from '@segue/api'
import { formatDuration, formatNumber, type TableHeading } from '@segue/ui'
import { useSparseList } from '@segue/web'
import { useMemo } from 'react'
import { KeepButton } from '../features/offline/keep-button.tsx'
import type { PlayOrigin } from '../features/player/supply.ts'
import { asTrackRows, rowOf, type OnlyTrack } from '../features/tracks/as-track-rows.ts'
import { playFrom } from '../features/tracks/play-from.ts'
import { trackColumns } from '../features/tracks/track-columns.tsx'
import { TrackRows } from '../features/tracks/track-rows.tsx'
import { ArtistLink } from '../lib/artist-link.tsx'
import { tracksSource } from '../lib/list-sources.ts'
import { messages } from '../lib/messages.ts'
import { CollectionHeader } from './collection-header.tsx'
import { CollectionMenu } from './collection-menu.tsx'
import { LongList } from './long-list.tsx'
import { NothingFound } from './nothing-found.tsx'
import { OtherAlbums } from './other-albums.tsx'
import { PlayButton } from './play-button.tsx'
import { ShuffleAllButton } from './shuffle-all-button.tsx'

const { albums, collection } = messages
const columns = [trackColumns.duration]

/** An album: its tracks in the order of its discs, and what else there is of its artist. */
export function AlbumView({ album }: { album: RouterOutputs['albums']['byId'] }) {
  const { id, title, artist } = album
  const input = { albumId: id, sort: 'album' } as const
  const list = useSparseList(tracksSource(input))
  const rows = useMemo(() => asTrackRows(list.rows), [list.rows])
  const headings = useMemo(() => discHeadings(album), [album])
  const origin: PlayOrigin = {
    source: { kind: 'album', id },
    from: { kind: 'album', id, name: title },
    list: { of: 'tracks', input },
  }
  const play = (index: number | null) => playFrom(list.rows, index, origin)
  return (
    <>
      <CollectionHeader
        kind={albums.label}
        name={title}
        covers={album.coverUrl === null ? [] : [album.coverUrl]}
        tools={
          <>
            <KeepButton collection={{ kind: 'album', id }} name={title} />
            <CollectionMenu name={title} count={list.rows.length} load={list.load} />
          </>
        }
        facts={[
          <ArtistLink key="artist" artist={artist} />,
          album.year,
          collection.tracks(album.trackCount),
          formatDuration(album.durationMs),
        ]}
      >
        <PlayButton isDisabled={rows.length === 0} onPlay={() => play(null)} />
        <ShuffleAllButton tracks={[]} origin={origin} />
      </CollectionHeader>
      <LongList
        list={list}
        loadingLabel={messages.tracks.loading}
        empty={<NothingFound isSearched={false} />}
      >
        {() => (
          <TrackRows
            label={title}
            numberOf={numberOf}
            headings={headings}
            columns={columns}
            rows={rows}
            rowKey={({ track }) => track.id}
            gridClassName="grid-cols-[minmax(0,1fr)_5rem] sm:grid-cols-[minmax(0,1fr)_4.5rem_5rem]"
            name={list.name}
            load={async (first, last) => (await list.load(first, last)).map(rowOf)}
            onPlay={(_, index) => play(index)}
          />
        )}
      </LongList>
      <OtherAlbums artist={artist} except={id} />
    </>
  )
}

function numberOf({ track }: OnlyTrack): string {
  return track.trackNumber === null ? '' : formatNumber(track.trackNumber)
}

/** Where each disc begins; none where there is but one. Albums kept offline may not tell. */
function discHeadings({ discs = [] }: RouterOutputs['albums']['byId']): readonly TableHeading[] {
  if (!discs.some(({ number }) => number !== null && number > 1)) return []
  let before = 0
  return discs.flatMap(({ number, trackCount }) => {
    const heading = { before, text: number === null ? '' : albums.disc(number) }
    before += trackCount
    return number === null ? [] : [heading]
  })
}
