import type { SpoolTokenizer } from './spool-tokenizer.ts'

const EXTENSIBLE = 0xfffe
/** Format tags of RFC 2361 with the sample sizes that browsers play. */
const PLAYABLE = [
  { tag: 1, bits: [8, 16, 24, 32], codec: 'PCM' },
  { tag: 3, bits: [32], codec: 'PCM float' },
  { tag: 6, bits: [8], codec: 'A-law' },
  { tag: 7, bits: [8], codec: 'μ-law' },
]

export interface WaveCodec {
  /** Undefined where browsers do not play it. */
  codec: string | undefined
  bytesPerSecond: number
}

/**
 * What a WAVE file holds, looking through WAVE_FORMAT_EXTENSIBLE, in which everything above 16
 * bits comes and which music-metadata does not open. Null without a format chunk.
 */
export function waveCodec(file: SpoolTokenizer): WaveCodec | null {
  for (let position = 12; position + 24 <= file.size;) {
    const chunk = file.view(position, 48)
    if (chunk.toString('latin1', 0, 4) === 'fmt ' && chunk.length >= 24) return fromFormat(chunk)
    const size = chunk.readUInt32LE(4)
    position += 8 + size + (size % 2)
  }
  return null
}

function fromFormat(chunk: Buffer): WaveCodec {
  const declared = chunk.readUInt16LE(8)
  // The first two bytes of the sub-format's GUID are the format tag.
  const tag = declared === EXTENSIBLE && chunk.length >= 34 ? chunk.readUInt16LE(32) : declared
  const bits = chunk.readUInt16LE(22)
  return {
    codec: PLAYABLE.find((known) => known.tag === tag && known.bits.includes(bits))?.codec,
    bytesPerSecond: (chunk.readUInt16LE(10) * chunk.readUInt32LE(12) * bits) / 8,
  }
}
