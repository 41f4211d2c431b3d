import type { Loudness } from '@segue/loudness'

import { refusalReason } from './file-refusal.ts'
import type { Ingest } from './ingest-file.ts'
import { persist } from './persist.ts'

/**
 * Tells the server how loud a track is that was there before anybody measured it. What the server
 * refuses is left as it is: the file itself is in.
 * @param loudness null where it could not be measured
 */
export async function fillInLoudness(
  { segue, signal }: Pick<Ingest, 'segue' | 'signal'>,
  trackId: string,
  loudness: Loudness | null,
): Promise<void> {
  if (loudness === null) return
  try {
    await persist(() => segue.tracks.update.mutate({ id: trackId, loudness }), signal)
  } catch (error) {
    if (refusalReason(error) === null) throw error
  }
}
