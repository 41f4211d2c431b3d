import { coverPath } from '../../storage/cover-path.ts'

/** A playlist as whoever may see it sees it. */
export interface PlaylistDto {
  id: string
  name: string
  description: string | null
  isPublic: boolean
  /** The end of the public page's address; null while private. */
  slug: string | null
  owner: { id: string; nickname: string }
  /** All entries, those of removed tracks too: each is a row of the list. */
  trackCount: number
  /** Of all entries, as `trackCount`. */
  durationMs: number
  /** Up to four different covers of the first tracks that are in the library. */
  covers: string[]
  createdAt: string
  updatedAt: string
}

/** A removed playlist, which its owner may have back. */
export interface DeletedPlaylistDto extends PlaylistDto {
  removedAt: string
  /** From then on it may be gone for ever. */
  keptUntil: string
}

export interface PlaylistRow {
  id: string
  name: string
  description: string | null
  isPublic: boolean
  slug: string | null
  ownerId: string
  ownerNickname: string
  trackCount: number
  durationMs: number
  coverIds: string[]
  /** Instants as PostgreSQL writes them. */
  createdAt: string
  updatedAt: string
}

/** A row as it leaves: of the owner the name alone, covers as paths, instants in ISO 8601 (UTC). */
export function toPlaylistDto(row: PlaylistRow): PlaylistDto {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    isPublic: row.isPublic,
    slug: row.slug,
    owner: { id: row.ownerId, nickname: row.ownerNickname },
    trackCount: row.trackCount,
    durationMs: row.durationMs,
    covers: row.coverIds.flatMap((id) => coverPath(id) ?? []),
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  }
}

/**
 * A row of a removed playlist as it leaves.
 * @param removedAt as PostgreSQL writes it
 */
export function toDeletedPlaylistDto(
  row: PlaylistRow & { removedAt: string },
  keptMs: number,
): DeletedPlaylistDto {
  const removedAt = new Date(row.removedAt)
  return {
    ...toPlaylistDto(row),
    removedAt: removedAt.toISOString(),
    keptUntil: new Date(removedAt.getTime() + keptMs).toISOString(),
  }
}
