import { measureLoudness } from '../../lib/measure-loudness.ts'
import { api, queries } from '../../lib/trpc.ts'

/**
 * Measures how loud a track is of which the server does not know it, from the file that was chosen.
 * Whatever goes wrong costs nothing but that: the track is in.
 */
export async function fillInLoudness(
  file: File,
  trackId: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { items } = await api.stream.prepare.mutate({ trackIds: [trackId] }, { signal })
    const [track] = items
    if (!track || typeof track.loudness?.trackGainDb === 'number') return
    const loudness = await measureLoudness(file, track.durationMs, signal)
    if (loudness === null) return
    await api.tracks.update.mutate({ id: trackId, loudness }, { signal })
    await queries.tracks.loudness.invalidate({ id: trackId })
  } catch {
    // It plays as it is, and can be measured from its dialog.
  }
}
