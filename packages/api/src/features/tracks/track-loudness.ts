import type { LoudnessTags } from '../../media/inspect-audio.ts'
import type { Track } from './track.entity.ts'
import type { MeasuredLoudness } from './tracks.schema.ts'

/** Of ReplayGain 2, in LUFS. */
const referenceLufs = -18

export type TrackLoudness = Pick<
  Track,
  'trackGainDb' | 'trackPeak' | 'albumGainDb' | 'albumPeak' | 'loudnessSource'
>

export const unknownLoudness: TrackLoudness = {
  trackGainDb: null,
  trackPeak: null,
  albumGainDb: null,
  albumPeak: null,
  loudnessSource: null,
}

/** Of a new track: what its tags tell, for whoever wrote them heard it; else what was measured. */
export function describeLoudness(
  tags: LoudnessTags | undefined,
  measured: MeasuredLoudness | undefined,
): TrackLoudness {
  if (tags) return { ...tags, loudnessSource: 'tags' }
  return measured ? measuredLoudness(measured) : unknownLoudness
}

/** As a meter found it; its album's is settled from all its tracks. */
export function measuredLoudness({ integratedLufs, peak }: MeasuredLoudness): TrackLoudness {
  return {
    ...unknownLoudness,
    trackGainDb: Math.round((referenceLufs - integratedLufs) * 100) / 100,
    trackPeak: peak,
    loudnessSource: 'measured',
  }
}
