import { paging } from '@segue/web'
import type { RouterOutputs } from '@segue/api'
import { playList } from '../features/player/queue-commands.ts'
import { followingTracks } from '../features/tracks/following-tracks.ts'
import { TrackTable } from '../features/tracks/track-table.tsx'
import { messages } from '../lib/messages.ts'
import { api, trpc } from '../lib/trpc.ts'
import { AlbumGrid } from './album-grid.tsx'
import { CollectionHeader } from './collection-header.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PagedList } from './paged-list.tsx'
import { PlayButton } from './play-button.tsx'

const { artists, nav } = messages

/** An artist: their albums and all their tracks, the most played first. */
export function ArtistView({ artist }: { artist: RouterOutputs['artists']['byId'] }) {
  const input = { artistId: artist.id, sort: 'popular' } as const
  const list = trpc.tracks.list.useInfiniteQuery(input, {
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  const albums = trpc.albums.list.useInfiniteQuery(
    { artistId: artist.id, sort: 'newest' },
    { getNextPageParam: ({ nextCursor }) => nextCursor },
  )
  const own = albums.data?.pages.flatMap(({ items }) => items) ?? []
  const tracks = list.data?.pages.flatMap(({ items }) => items) ?? []
  const play = (index: number) =>
    playList(tracks, index, {
      more: followingTracks(
        (cursor) => api.tracks.list.query({ ...input, cursor }),
        list.data?.pages.at(-1)?.nextCursor ?? null,
      ),
    })
  return (
    <>
      <CollectionHeader
        kind={artists.label}
        name={artist.name}
        covers={artist.coverUrl === null ? [] : [artist.coverUrl]}
        isRound
        facts={[artists.counts(artist.albumCount, artist.trackCount)]}
      >
        <PlayButton isDisabled={tracks.length === 0} onPlay={() => play(0)} />
      </CollectionHeader>
      {own.length > 0 && (
        <section aria-label={nav.albums} className="mb-8">
          <h2 className="mb-3 text-lg font-semibold">{nav.albums}</h2>
          <AlbumGrid albums={own} isOfOne {...paging(albums)} />
        </section>
      )}
      <h2 className="mb-1 text-lg font-semibold">{nav.tracks}</h2>
      <PagedList
        list={list}
        loadingLabel={messages.tracks.loading}
        empty={<NothingFound isSearched={false} />}
      >
        {(rows, more) => <TrackTable tracks={rows} onPlay={play} {...more} />}
      </PagedList>
    </>
  )
}
