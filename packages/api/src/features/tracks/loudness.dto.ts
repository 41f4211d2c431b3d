import type { LoudnessSource, Track } from './track.entity.ts'

/** What a player turns a track up or down by. Each may be unknown by itself. */
export interface LoudnessDto {
  /** Decibels to -18 LUFS, the reference of ReplayGain 2. */
  trackGainDb: number | null
  /** The largest sample, 1 is full scale; may exceed it. */
  trackPeak: number | null
  /** One gain for all tracks of the album, which keeps their differences. */
  albumGainDb: number | null
  albumPeak: number | null
}

/** What an admin sees of it besides: whence the track's own values are. */
export interface ManagedLoudnessDto extends LoudnessDto {
  source: LoudnessSource | null
}

/**
 * A track's loudness as it leaves, its album's with it; null while nothing is known.
 * @param track with its album loaded
 */
export function toLoudnessDto(track: Track): LoudnessDto | null {
  const album = track.album?.unwrap()
  const { trackGainDb, trackPeak } = track
  const [albumGainDb, albumPeak] = [album?.gainDb ?? null, album?.peak ?? null]
  if (trackGainDb === null && albumGainDb === null) return null
  return { trackGainDb, trackPeak, albumGainDb, albumPeak }
}

/** The same for admins. */
export function toManagedLoudnessDto(track: Track): ManagedLoudnessDto | null {
  const loudness = toLoudnessDto(track)
  return loudness && { ...loudness, source: track.loudnessSource }
}
