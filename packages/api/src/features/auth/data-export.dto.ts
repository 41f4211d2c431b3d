import type { SessionDto } from './session.dto.ts'
import type { UserDto } from './user.dto.ts'

export interface ExportedTrack {
  trackId: string
  title: string
  artist: string
}

/** Everything stored about one user; instants in ISO 8601 (UTC). */
export interface DataExportDto {
  exportedAt: string
  profile: UserDto & { lastSeenAt: string | null }
  sessions: SessionDto[]
  /** From where the account was signed in to lately. */
  addresses: { address: string; signedInAt: string }[]
  /** Links that set a password and have not been used; their tokens are not known here. */
  passwordResets: { createdAt: string; expiresAt: string }[]
  favorites: (ExportedTrack & { favoritedAt: string })[]
  history: (ExportedTrack & {
    playId: string
    playedAt: string
    positionMs: number
    listenedMs: number
    completed: boolean
    source: { kind: string; id: string | null } | null
  })[]
  playlists: {
    id: string
    name: string
    description: string | null
    isPublic: boolean
    slug: string | null
    createdAt: string
    updatedAt: string
    /** Since when it is gone, where it can still be restored; so of entries. */
    removedAt: string | null
    entries: (ExportedTrack & { entryId: string; addedAt: string; removedAt: string | null })[]
  }[]
  /** What was played last and what follows, as far as it is kept; null before the first play. */
  queue: {
    tracks: ExportedTrack[]
    position: number
    positionMs: number
    repeat: string
    source: { kind: string; id?: string; name?: string } | null
    deviceName: string
    updatedAt: string
  } | null
  uploads: {
    id: string
    kind: string
    state: string
    filename: string
    contentType: string
    sizeBytes: number
    sha256: string | null
    createdAt: string
    expiresAt: string
  }[]
}
