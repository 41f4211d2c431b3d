import type { IAudioMetadata } from 'music-metadata'

import type { LoudnessTags } from './audio-inspection.ts'

/** Beyond these a tag is broken, or meant to break something. */
const MAX_GAIN_DB = 60
const MAX_PEAK = 16
/** From -23 LUFS, to which RFC 7845 refers, to -18 LUFS, to which ReplayGain 2 does. */
const R128_OFFSET_DB = 5

/**
 * What a file's tags tell of its loudness: REPLAYGAIN_* in whatever its container calls a field of
 * free name, or R128_* of Opus (RFC 7845, 5.2.1). A track gain is what it takes; the other three
 * alone say nothing. The output gain in an Opus header is not looked at: decoders apply it, and the
 * tags count from what they put out.
 */
export function readLoudness({ native }: IAudioMetadata): LoudnessTags | undefined {
  const fields = freeFields(native)
  const gain = (scope: 'TRACK' | 'ALBUM'): number | null =>
    readR128(fields.get(`R128_${scope}_GAIN`)) ?? readGain(fields.get(`REPLAYGAIN_${scope}_GAIN`))
  const peak = (scope: 'TRACK' | 'ALBUM'): number | null =>
    readPeak(fields.get(`REPLAYGAIN_${scope}_PEAK`))
  const trackGainDb = gain('TRACK')
  if (trackGainDb === null) return undefined
  return {
    trackGainDb,
    trackPeak: peak('TRACK'),
    albumGainDb: gain('ALBUM'),
    albumPeak: peak('ALBUM'),
  }
}

/** By their names in capitals, whose writing nobody agrees on; ID3v2 before others, as for text. */
function freeFields(native: IAudioMetadata['native']): Map<string, string> {
  const fields = new Map<string, string>()
  const types = Object.keys(native).sort(
    (one, other) => Number(other.startsWith('ID3v2')) - Number(one.startsWith('ID3v2')),
  )
  for (const { id, value } of types.flatMap((type) => native[type] ?? [])) {
    // `TXXX:replaygain_track_gain`, `----:com.apple.iTunes:replaygain_track_gain`.
    const name = id.slice(id.lastIndexOf(':') + 1).toUpperCase()
    if (typeof value === 'string' && !fields.has(name)) fields.set(name, value.trim())
  }
  return fields
}

/** `-7.03 dB`, also without the unit and with a comma. */
function readGain(text = ''): number | null {
  const [, number] = /^([+-]?\d{1,3}(?:[.,]\d{1,12})?)\s*(?:dB)?$/i.exec(text) ?? []
  return number === undefined ? null : within(Number(number.replace(',', '.')), MAX_GAIN_DB)
}

/** A whole number of 256ths of a decibel. */
function readR128(text = ''): number | null {
  if (!/^[+-]?\d{1,5}$/.test(text)) return null
  return within(Number(text) / 256 + R128_OFFSET_DB, MAX_GAIN_DB)
}

function readPeak(text = ''): number | null {
  if (!/^\d{1,3}(?:[.,]\d{1,12})?$/.test(text)) return null
  const peak = within(Number(text.replace(',', '.')), MAX_PEAK)
  return peak === 0 ? null : peak
}

function within(value: number, limit: number): number | null {
  return Math.abs(value) <= limit ? value : null
}
