import { coverPath } from '../../storage/cover-path.ts'

/** Who performs tracks or made albums, as a listener sees them; only what is available counts. */
export interface ArtistDto {
  id: string
  name: string
  /** The tracks it performs. */
  trackCount: number
  /** The albums that are its own. */
  albumCount: number
  /** The cover of its newest track with one, else of its newest album. */
  coverUrl: string | null
}

export interface ArtistRow {
  id: string
  name: string
  trackCount: number
  albumCount: number
  coverId: string | null
}

export function toArtistDto({ coverId, id, name, trackCount, albumCount }: ArtistRow): ArtistDto {
  return { id, name, trackCount, albumCount, coverUrl: coverPath(coverId) }
}
