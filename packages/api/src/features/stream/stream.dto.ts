import type { PresignedGet } from '../../storage/object-storage.ts'
import { type LoudnessDto, toLoudnessDto } from '../tracks/loudness.dto.ts'
import type { Track } from '../tracks/track.entity.ts'

/** A presigned GET of a track's bytes; the link is for the caller alone. */
export interface StreamDto {
  url: string
  contentType: string
  sizeBytes: number
  durationMs: number
  /** Null while it is unknown: plays as it is. */
  loudness: LoudnessDto | null
  expiresAt: string
}

/**
 * A link as it leaves, with what a player wants to know before it loads; the end in ISO 8601 (UTC).
 * @param track with its album loaded
 */
export function toStreamDto(track: Track, { url, expiresAt }: PresignedGet): StreamDto {
  const { contentType, sizeBytes, durationMs } = track
  const loudness = toLoudnessDto(track)
  return { url, contentType, sizeBytes, durationMs, loudness, expiresAt: expiresAt.toISOString() }
}
