/** 20 ms in the middle of a sine of 1 kHz at a quarter of full scale: 20 whole periods. */
const packet = Buffer.from(
  '+NNhHr4qCNgt66pKIBdFOhmjRpq9e54ehNbkMzbGocAOHK/cgLpfyY1PLDfN7S8v10DiMCH6YHSovzMJtN+WOhbo+ELf3P6OdOqTtXL1oxE=',
  'base64',
)

const packetsOfPage = 50

export interface OpusTone {
  seconds?: number
  /** In 256ths of a decibel, as its header tells every decoder. */
  outputGain?: number
  comments?: string[]
}

/** That tone in Opus in Ogg (RFC 7845), over and over the same packet. */
export function opus({ seconds = 2, outputGain = 0, comments = [] }: OpusTone = {}): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead\u0001\u0001', 'latin1')
  head.writeUInt16LE(312, 10)
  head.writeUInt32LE(48_000, 12)
  head.writeInt16LE(outputGain, 16)
  const texts = ['', ...comments].map((text) => Buffer.from(text))
  const fields = texts.flatMap((text) => [uint32(text.length), text])
  fields.splice(2, 0, uint32(comments.length))
  const tags = Buffer.concat([Buffer.from('OpusTags'), ...fields])
  const pages = Array.from({ length: seconds }, (_, at) =>
    page(at === seconds - 1 ? 4 : 0, at + 2, (at + 1) * 48_000, [
      ...Array<Buffer>(packetsOfPage).fill(packet),
    ]),
  )
  return Buffer.concat([page(2, 0, 0, [head]), page(0, 1, 0, [tags]), ...pages])
}

function page(flags: number, sequence: number, granule: number, packets: Buffer[]): Buffer {
  const lacing = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ])
  const head = Buffer.alloc(27)
  head.write('OggS')
  head.writeUInt8(flags, 5)
  head.writeBigInt64LE(BigInt(granule), 6)
  head.writeUInt32LE(1, 14)
  head.writeUInt32LE(sequence, 18)
  head.writeUInt8(lacing.length, 26)
  const whole = Buffer.concat([head, Buffer.from(lacing), ...packets])
  whole.writeUInt32LE(checksum(whole), 22)
  return whole
}

function checksum(bytes: Buffer): number {
  const sum = bytes.reduce((sum, byte) => {
    let crc = sum ^ (byte << 24)
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x80_00_00_00 ? (crc << 1) ^ 0x04_c1_1d_b7 : crc << 1
    return crc
  }, 0)
  return sum >>> 0
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
