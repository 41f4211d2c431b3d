import { playList } from '../features/player/queue-commands.ts'
import { playTracks } from '../features/tracks/play-tracks.ts'
import { messages } from '../lib/messages.ts'
import type { RecentPlay } from '../lib/recent-plays.ts'
import type { Track } from '../lib/track.ts'
import { CardRow } from './card-row.tsx'
import { PlayableCard, type PlayableCardProps } from './playable-card.tsx'
import { playPlaylist } from './play-playlist.ts'

/** What was heard lately, by its covers. */
export function HomeRecent({ plays }: { plays: readonly RecentPlay[] }) {
  return (
    <CardRow
      items={plays}
      itemKey={({ id }) => id}
      renderCard={(play) => (
        <PlayableCard
          link={linkOf(play)}
          covers={coversOf(play.track)}
          name={play.name}
          detail={[play.kind === 'playlist' ? messages.playlists.label : play.track.artist.name]}
          onPlay={() => playRecent(play, plays)}
        />
      )}
    />
  )
}

export function coversOf({ coverUrl }: { coverUrl: string | null }): string[] {
  return coverUrl === null ? [] : [coverUrl]
}

/** Where a track is at home: on its album, else with its artist. */
export function trackLink({ album, artist }: Track): PlayableCardProps['link'] {
  return album
    ? { to: '/albums/$id', params: { id: album.id } }
    : { to: '/artists/$id', params: { id: artist.id } }
}

function linkOf({ kind, id, track }: RecentPlay): PlayableCardProps['link'] {
  if (kind === 'album') return { to: '/albums/$id', params: { id } }
  return kind === 'playlist' ? { to: '/playlists/$id', params: { id } } : trackLink(track)
}

/** A track plays on to the others that were heard by themselves. */
async function playRecent(
  { kind, id, track }: RecentPlay,
  plays: readonly RecentPlay[],
): Promise<boolean> {
  if (kind === 'playlist') return playPlaylist(id)
  if (kind === 'album') return playTracks({ albumId: id, sort: 'album' }, { kind: 'album', id })
  const tracks = plays.filter((play) => play.kind === 'track').map((play) => play.track)
  playList(tracks, tracks.indexOf(track), { source: { kind: 'history' } })
  return true
}
