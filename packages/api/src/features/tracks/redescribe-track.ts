import { nameKey } from '../../text/fold.ts'
import type { TrackDescription } from './track-from-file.ts'
import type { Track } from './track.entity.ts'
import type { UpdateTrackInput } from './tracks.schema.ts'

/** What a track is called now; its artist and its album with its artist are loaded. */
export function currentDescription(track: Track): TrackDescription {
  const { title, genre, year, trackNumber, discNumber } = track
  const artist = track.artist.getEntity().name
  const album = track.album?.getEntity() ?? null
  const albumArtist = album?.artist.getEntity().name ?? artist
  return {
    title,
    artist,
    album: album?.title ?? null,
    albumArtist,
    genre,
    year,
    trackNumber,
    discNumber,
  }
}

/**
 * What it is called with the change: what is not given stays, null clears.
 * @param isAlone whether no other track is on its album
 */
export function redescribe(
  current: TrackDescription,
  input: UpdateTrackInput,
  isAlone: boolean,
): TrackDescription {
  const kept = <T>(given: T | undefined, now: T) => (given === undefined ? now : given)
  return {
    title: input.title ?? current.title,
    artist: input.artist ?? current.artist,
    album: kept(input.album, current.album),
    albumArtist: albumArtistAfter(current, input, isAlone),
    genre: kept(input.genre, current.genre),
    year: kept(input.year, current.year),
    trackNumber: kept(input.trackNumber, current.trackNumber),
    discNumber: kept(input.discNumber, current.discNumber),
  }
}

/**
 * An album by the track's own artist goes along when the artist changes, unless other tracks stay on
 * it.
 */
function albumArtistAfter(
  current: TrackDescription,
  input: UpdateTrackInput,
  isAlone: boolean,
): string {
  const artist = input.artist ?? current.artist
  if (input.albumArtist) return input.albumArtist
  if (input.albumArtist === null || current.album === null) return artist
  const isOwn = nameKey(current.albumArtist) === nameKey(current.artist)
  const leaves = input.album !== undefined && !isSameName(input.album, current.album)
  return isOwn && (isAlone || leaves) ? artist : current.albumArtist
}

/** The keys of the artists whom the change names anew: the same ones, spelled otherwise maybe. */
export function respelledArtists(
  current: TrackDescription,
  { artist, albumArtist }: UpdateTrackInput,
): Set<string> {
  const pairs = [
    [artist, current.artist],
    [albumArtist, current.albumArtist],
  ] as const
  return new Set(
    pairs.flatMap(([given, now]) => (given && isSameName(given, now) ? [nameKey(given)] : [])),
  )
}

function isSameName(given: string | null, now: string | null): boolean {
  return given !== null && now !== null && nameKey(given) === nameKey(now)
}
