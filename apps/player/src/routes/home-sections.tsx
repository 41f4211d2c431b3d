import { playList } from '../features/player/queue-commands.ts'
import { playTracks } from '../features/tracks/play-tracks.ts'
import { messages } from '../lib/messages.ts'
import { recentPlays } from '../lib/recent-plays.ts'
import type { Track } from '../lib/track.ts'
import { CardRow } from './card-row.tsx'
import { HomeGenres } from './home-genres.tsx'
import { HomeRanking } from './home-ranking.tsx'
import { coversOf, HomeRecent, trackLink } from './home-recent.tsx'
import { Shelf } from './shelf.tsx'
import { PlayableCard } from './playable-card.tsx'
import { playPlaylist } from './play-playlist.ts'
import { type HomeData, sectionSize } from './use-home.ts'

const genreCount = 12
const rankCount = 5

/** The sections of the first page; one that has nothing to show is left out. */
export function HomeSections(data: HomeData) {
  const { home, nav } = messages
  const recent = recentPlays(data.plays, sectionSize)
  const popular = data.popular.filter(({ playCount }) => playCount > 0).slice(0, rankCount)
  const favorites = data.favorites.map(({ track }) => track)
  return (
    <>
      {recent.length > 0 && (
        <Shelf title={home.recent} all={{ to: '/history' }}>
          <HomeRecent plays={recent} />
        </Shelf>
      )}
      <HomeAdded {...data} />
      <div className="gap-x-10 lg:grid lg:grid-cols-2">
        {data.mostPlayed.length > 0 && (
          <Shelf title={home.mostPlayed} all={{ to: '/listening' }}>
            <HomeRanking rows={data.mostPlayed.slice(0, rankCount)} source={{ kind: 'history' }} />
          </Shelf>
        )}
        {popular.length > 0 && (
          <Shelf title={home.popular} all={{ to: '/tracks', search: { sort: 'popular' } }}>
            <HomeRanking
              rows={popular.map((track) => ({ track, plays: track.playCount }))}
              source={undefined}
            />
          </Shelf>
        )}
      </div>
      {favorites.length > 0 && (
        <Shelf title={nav.favorites} all={{ to: '/favorites' }}>
          <TrackCards tracks={favorites} source={{ kind: 'favorites' }} />
        </Shelf>
      )}
      {data.genres.length > 0 && (
        <Shelf title={home.genres}>
          <HomeGenres genres={data.genres.slice(0, genreCount)} />
        </Shelf>
      )}
      <HomePlaylists playlists={data.playlists} />
    </>
  )
}

/** The albums that came last, or the tracks where none is on an album. */
function HomeAdded({ albums, newest }: Pick<HomeData, 'albums' | 'newest'>) {
  const { home } = messages
  if (albums.length === 0)
    return newest.length === 0 ? null : (
      <Shelf title={home.addedTracks} all={{ to: '/tracks' }}>
        <TrackCards tracks={newest} />
      </Shelf>
    )
  return (
    <Shelf title={home.added} all={{ to: '/albums', search: { sort: 'newest' } }}>
      <CardRow
        items={albums}
        itemKey={({ id }) => id}
        renderCard={({ id, title, artist, coverUrl }) => (
          <PlayableCard
            link={{ to: '/albums/$id', params: { id } }}
            covers={coversOf({ coverUrl })}
            name={title}
            detail={[artist.name]}
            onPlay={() => playTracks({ albumId: id, sort: 'album' }, { kind: 'album', id })}
          />
        )}
      />
    </Shelf>
  )
}

function HomePlaylists({ playlists }: Pick<HomeData, 'playlists'>) {
  if (playlists.length === 0) return null
  return (
    <Shelf title={messages.nav.playlists} all={{ to: '/playlists' }}>
      <CardRow
        items={playlists}
        itemKey={({ id }) => id}
        renderCard={({ id, name, covers, trackCount }) => (
          <PlayableCard
            link={{ to: '/playlists/$id', params: { id } }}
            covers={covers}
            name={name}
            detail={[messages.collection.tracks(trackCount)]}
            onPlay={() => playPlaylist(id)}
          />
        )}
      />
    </Shelf>
  )
}

interface TrackCardsProps {
  tracks: readonly Track[]
  source?: Parameters<typeof playTracks>[1]
}

/** Tracks by their covers: each plays on to the others. */
function TrackCards({ tracks, source }: TrackCardsProps) {
  const playable = tracks.filter(({ available }) => available)
  return (
    <CardRow
      items={playable}
      itemKey={({ id }) => id}
      renderCard={(track) => (
        <PlayableCard
          link={trackLink(track)}
          covers={coversOf(track)}
          name={track.title}
          detail={[track.artist.name]}
          onPlay={async () => {
            playList(playable, playable.indexOf(track), { source })
            return true
          }}
        />
      )}
    />
  )
}
