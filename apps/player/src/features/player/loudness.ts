import type { LoudnessMode } from './settings.ts'

/** How loud a track and its album are, as far as somebody measured it (ReplayGain 2.0). */
export interface Loudness {
  /** What brings it to -18 LUFS, in decibels. */
  trackGainDb: number | null
  /** The highest sample, as a factor of full scale. */
  trackPeak: number | null
  albumGainDb: number | null
  albumPeak: number | null
}

/**
 * The factor that brings a track to the loudness of all. It never lifts a peak over full scale, nor
 * anything whose peak nobody knows.
 * @param isAmidAlbum its neighbours in the queue are of its album
 */
export function gainOf(
  loudness: Loudness | null | undefined,
  mode: LoudnessMode,
  isAmidAlbum: boolean,
): number {
  if (!loudness || mode === 'off') return 1
  const wantsAlbum = mode === 'album' || (mode === 'auto' && isAmidAlbum)
  const track = { db: loudness.trackGainDb, peak: loudness.trackPeak }
  const album = { db: loudness.albumGainDb, peak: loudness.albumPeak }
  const [wanted, other] = wantsAlbum ? [album, track] : [track, album]
  const { db, peak } = wanted.db === null ? other : wanted
  if (db === null) return 1
  const limit = peak !== null && peak > 0 ? 1 / peak : 1
  return Math.min(10 ** (db / 20), limit)
}
