/** What the header of one audio frame says. */
export interface FrameHeader {
  /** Of the whole frame, header included, in bytes. */
  size: number
  seconds: number
  /** Equal for two frames of one stream: version, layer and sample rate. */
  kind: number
}

const MPEG1_KBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const MPEG2_KBITS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const MPEG1_RATES = [44_100, 48_000, 32_000]
const ADTS_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000,
  7350,
]

/**
 * An MPEG 1, 2 or 2.5 layer III header (ISO/IEC 11172-3, 13818-3); not free format, which browsers
 * do not play. Null where the four bytes are something else.
 */
export function layer3Header(bytes: Uint8Array): FrameHeader | null {
  const [sync = 0, kind = 0, rates = 0] = bytes
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2) return null
  const version = (kind >> 3) & 3
  const kbits = (version === 3 ? MPEG1_KBITS : MPEG2_KBITS)[rates >> 4]
  const rate = MPEG1_RATES[(rates >> 2) & 3]
  if (version === 1 || !kbits || !rate) return null
  const sampleRate = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4
  const samples = version === 3 ? 1152 : 576
  return {
    size: Math.floor((samples * 125 * kbits) / sampleRate) + ((rates >> 1) & 1),
    seconds: samples / sampleRate,
    kind: (kind << 8) | (rates & 0x0c),
  }
}

/** An AAC frame header in ADTS (ISO/IEC 13818-7). Null where the seven bytes are something else. */
export function adtsHeader(bytes: Uint8Array): FrameHeader | null {
  const [sync = 0, kind = 0, rates = 0, a = 0, b = 0, c = 0, d = 0] = bytes
  if (sync !== 0xff || (kind & 0xf6) !== 0xf0) return null
  const sampleRate = ADTS_RATES[(rates >> 2) & 15]
  const size = ((a & 3) << 11) | (b << 3) | (c >> 5)
  if (!sampleRate || size < 7) return null
  return { size, seconds: (1024 * ((d & 3) + 1)) / sampleRate, kind: (kind << 8) | (rates & 0xfc) }
}
