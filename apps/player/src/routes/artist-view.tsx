import { useSparseList } from '@segue/web'
import type { RouterOutputs } from '@segue/api'
import { playFrom } from '../features/tracks/play-from.ts'
import type { PlayOrigin } from '../features/player/supply.ts'
import { TrackTable } from '../features/tracks/track-table.tsx'
import { albumsSource, tracksSource } from '../lib/list-sources.ts'
import { messages } from '../lib/messages.ts'
import { AlbumGrid } from './album-grid.tsx'
import { CollectionMenu } from './collection-menu.tsx'
import { CollectionHeader } from './collection-header.tsx'
import { NothingFound } from './nothing-found.tsx'
import { LongList } from './long-list.tsx'
import { PlayButton } from './play-button.tsx'
import { ShuffleAllButton } from './shuffle-all-button.tsx'

const { artists, nav } = messages

/** An artist: their albums and all their tracks, the most played first. */
export function ArtistView({ artist }: { artist: RouterOutputs['artists']['byId'] }) {
  const input = { artistId: artist.id, sort: 'popular' } as const
  const list = useSparseList(tracksSource(input))
  const albums = useSparseList(albumsSource({ artistId: artist.id, sort: 'newest' }))
  const origin: PlayOrigin = {
    from: { kind: 'artist', id: artist.id, name: artist.name },
    list: { of: 'tracks', input },
  }
  const play = (index: number | null) => playFrom(list.rows, index, origin)
  return (
    <>
      <CollectionHeader
        kind={artists.label}
        name={artist.name}
        covers={artist.coverUrl === null ? [] : [artist.coverUrl]}
        isRound
        facts={[artists.counts(artist.albumCount, artist.trackCount)]}
      >
        <PlayButton isDisabled={list.rows.length === 0} onPlay={() => play(null)} />
        <ShuffleAllButton tracks={[]} origin={origin} />
        <CollectionMenu name={artist.name} count={list.rows.length} load={list.load} />
      </CollectionHeader>
      {albums.rows.length > 0 && (
        <section aria-label={nav.albums} className="mb-4">
          <h2 className="mb-3 text-lg font-semibold">{nav.albums}</h2>
          <AlbumGrid albums={albums.rows} isOfOne />
        </section>
      )}
      <h2 className="mb-1 text-lg font-semibold">{nav.tracks}</h2>
      <LongList
        list={list}
        loadingLabel={messages.tracks.loading}
        empty={<NothingFound isSearched={false} />}
      >
        {(tracks) => <TrackTable tracks={tracks} onPlay={play} name={list.name} load={list.load} />}
      </LongList>
    </>
  )
}
