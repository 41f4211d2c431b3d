import { coverPath } from '../../storage/cover-path.ts'

/** A track as a listener sees it. */
export interface TrackDto {
  id: string
  title: string
  artist: { id: string; name: string }
  album: { id: string; title: string } | null
  genre: string | null
  year: number | null
  trackNumber: number | null
  discNumber: number | null
  durationMs: number
  coverUrl: string | null
  /** Whether it is one of the caller's favourites. */
  favorite: boolean
  /** All listeners' plays. */
  playCount: number
  /** False once it was removed from the library. */
  available: boolean
  createdAt: string
}

/** What `trackColumns` reads for each track. */
export interface TrackRow {
  id: string
  title: string
  artistId: string
  artistName: string
  albumId: string | null
  albumTitle: string | null
  genre: string | null
  year: number | null
  trackNumber: number | null
  discNumber: number | null
  durationMs: number
  coverId: string | null
  favorite: boolean
  playCount: number
  /** Instants as PostgreSQL writes them. */
  removedAt: string | null
  createdAt: string
}

/** A row as it leaves: names nested, the cover as a path, instants in ISO 8601 (UTC). */
export function toTrackDto(row: TrackRow): TrackDto {
  const { albumId, albumTitle } = row
  return {
    id: row.id,
    title: row.title,
    artist: { id: row.artistId, name: row.artistName },
    album: albumId !== null && albumTitle !== null ? { id: albumId, title: albumTitle } : null,
    genre: row.genre,
    year: row.year,
    trackNumber: row.trackNumber,
    discNumber: row.discNumber,
    durationMs: row.durationMs,
    coverUrl: coverPath(row.coverId),
    favorite: row.favorite,
    playCount: row.playCount,
    available: row.removedAt === null,
    createdAt: new Date(row.createdAt).toISOString(),
  }
}

/** The file of a track, as far as a listener may know it. */
export interface TrackFileDto {
  contentType: string
  /** In words, such as "FLAC" or "MPEG 1 Layer 3". */
  codec: string
  /** Bits per second; null where the file does not tell. */
  bitrate: number | null
  sizeBytes: number
}

export function toTrackFileDto({
  contentType,
  codec,
  bitrate,
  sizeBytes,
}: TrackFileDto): TrackFileDto {
  return { contentType, codec, bitrate, sizeBytes }
}
