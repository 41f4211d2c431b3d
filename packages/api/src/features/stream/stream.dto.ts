import type { PresignedGet } from '../../storage/object-storage.ts'
import type { Track } from '../tracks/track.entity.ts'

/** A presigned GET of a track's bytes; the link is for the caller alone. */
export interface StreamDto {
  url: string
  contentType: string
  sizeBytes: number
  durationMs: number
  expiresAt: string
}

/** A link as it leaves, with what a player wants to know before it loads; the end in ISO 8601 (UTC). */
export function toStreamDto(track: Track, { url, expiresAt }: PresignedGet): StreamDto {
  const { contentType, sizeBytes, durationMs } = track
  return { url, contentType, sizeBytes, durationMs, expiresAt: expiresAt.toISOString() }
}
