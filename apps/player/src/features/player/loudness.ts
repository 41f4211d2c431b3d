import type { RouterOutputs } from '@segue/api'
import type { LoudnessMode } from './settings.ts'

/** How loud a track and its album are, as far as somebody measured it; see the API. */
export type Loudness = NonNullable<RouterOutputs['stream']['start']['loudness']>

/** No track is lifted by more: what lies far below is noise, or silence that was measured. */
const mostLiftDb = 15

/**
 * The factor that brings a track to the loudness of all. It never lifts a peak over full scale, nor
 * anything whose peak nobody knows.
 * @param isAmidAlbum its neighbours in the queue are of its album
 */
export function gainOf(
  loudness: Loudness | null,
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
  return Math.min(10 ** (Math.min(db, mostLiftDb) / 20), limit)
}
