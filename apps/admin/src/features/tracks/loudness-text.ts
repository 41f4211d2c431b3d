import type { RouterOutputs } from '@segue/api'
import { words } from './words.ts'

export type Loudness = NonNullable<RouterOutputs['tracks']['loudness']['loudness']>

/** Of ReplayGain 2, to which gains bring a track. */
const referenceLufs = -18

/** How loud a track is, in a line: `Measured: -9.4 LUFS, track gain -8.6 dB, peak -0.2 dBFS`. */
export function loudnessText(loudness: Loudness | null): string {
  const { loudness: sentences } = words
  if (loudness === null) return sentences.unknown
  const { source, trackGainDb, trackPeak, albumGainDb } = loudness
  const known = [
    ...(trackGainDb === null
      ? []
      : [
          sentences.lufs(oneDigit(referenceLufs - trackGainDb)),
          sentences.trackGain(signed(trackGainDb)),
        ]),
    ...(trackPeak === null ? [] : [sentences.peak(signed(20 * Math.log10(trackPeak)))]),
    ...(albumGainDb === null ? [] : [sentences.albumGain(signed(albumGainDb))]),
  ].join(', ')
  return source === null
    ? `${sentences.unknown} (${known})`
    : `${sentences.sources[source]}: ${known}`
}

function oneDigit(value: number): string {
  // Not `-0.0`.
  return (Math.round(value * 10) / 10 + 0).toFixed(1)
}

function signed(value: number): string {
  const text = oneDigit(value)
  return Number(text) > 0 ? `+${text}` : text
}
