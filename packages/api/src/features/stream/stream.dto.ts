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

export function toStreamDto(track: Track, { url, expiresAt }: PresignedGet): StreamDto {
  const { contentType, sizeBytes, durationMs } = track
  return { url, contentType, sizeBytes, durationMs, expiresAt: expiresAt.toISOString() }
}
