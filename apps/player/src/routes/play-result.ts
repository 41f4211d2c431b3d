import { playList } from '../features/player/queue-commands.ts'
import { playTracks } from '../features/tracks/play-tracks.ts'
import type { TopResult } from '../lib/search-results.ts'
import type { Track } from '../lib/track.ts'
import { playPlaylist } from './play-playlist.ts'

/** Plays what was found, of an artist what is heard most; answers whether there was anything. */
export async function playResult({ kind, item }: TopResult): Promise<boolean> {
  const { id } = item
  if (kind === 'playlist') return playPlaylist(id)
  if (kind === 'album') return playTracks({ albumId: id, sort: 'album' }, { kind: 'album', id })
  if (kind === 'artist') return playTracks({ artistId: id, sort: 'popular' }, { kind: 'search' })
  playList([item], 0, { source: { kind: 'search' } })
  return true
}

/** Plays the tracks that were found from one of them on, then all others that the search finds. */
export function playFound(
  tracks: readonly Track[],
  track: Track,
  q: string,
  cursor: string | null,
) {
  playList(tracks, tracks.indexOf(track), {
    source: { kind: 'search' },
    from: { kind: 'search', name: q },
    list: { of: 'tracks', input: { q } },
    cursor,
  })
}
