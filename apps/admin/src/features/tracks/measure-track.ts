import { isMeasurable, measureLoudness } from '../../lib/measure-loudness.ts'
import { api, queries } from '../../lib/trpc.ts'

/**
 * Measures how loud a track is from what the store has of it.
 * @returns false where this browser cannot
 */
export async function measureTrack(trackId: string): Promise<boolean> {
  const { items } = await api.stream.prepare.mutate({ trackIds: [trackId] })
  const [track] = items
  if (!track || !isMeasurable(track.durationMs, track.sizeBytes)) return false
  const answer = await fetch(track.url)
  if (!answer.ok) return false
  const never = new AbortController()
  const loudness = await measureLoudness(await answer.blob(), track.durationMs, never.signal)
  if (loudness === null) return false
  await api.tracks.update.mutate({ id: trackId, loudness })
  await queries.tracks.loudness.invalidate()
  return true
}
