import { coverPath } from '../../storage/cover-path.ts'

/** A release as a listener sees it; only available tracks count. */
export interface AlbumDto {
  id: string
  title: string
  artist: { id: string; name: string }
  year: number | null
  coverUrl: string | null
  trackCount: number
  durationMs: number
}

/** Tracks of one disc; null: those that don't say which. */
export interface DiscDto {
  number: number | null
  trackCount: number
}

/** A release as a page of its own shows it. */
export interface AlbumPageDto extends AlbumDto {
  /** In the order of its tracks. */
  discs: DiscDto[]
}

export interface AlbumRow {
  id: string
  title: string
  artistId: string
  artistName: string
  year: number | null
  coverId: string | null
  trackCount: number
  durationMs: number
}

export function toAlbumDto(row: AlbumRow): AlbumDto {
  const { id, title, year, trackCount, durationMs } = row
  return {
    id,
    title,
    artist: { id: row.artistId, name: row.artistName },
    year,
    coverUrl: coverPath(row.coverId),
    trackCount,
    durationMs,
  }
}
