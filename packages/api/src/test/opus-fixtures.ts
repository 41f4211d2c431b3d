import { uint32LE } from './audio-fixtures.ts'

/** An Ogg of Opus whose packets are silence, a second of it. */
export function opus({ comments = [] as string[], outputGain = 0 } = {}): Buffer {
  const head = Buffer.from('OpusHead\x01\x02\0\0\x80\xbb\0\0\0\0\0', 'latin1')
  head.writeInt16LE(outputGain, 16)
  const texts = ['', ...comments].map((text) => Buffer.from(text, 'utf8'))
  const fields = texts.flatMap((text) => [uint32LE(text.length), text])
  fields.splice(2, 0, uint32LE(comments.length))
  const tags = Buffer.concat([Buffer.from('OpusTags'), ...fields])
  // 50 frames of 20 ms, CELT of full band, in stereo.
  const silence = Array.from({ length: 50 }, () => Buffer.of(0xfc, 0xff, 0xfe))
  return Buffer.concat([
    oggPage(2, 0, 0, [head]),
    oggPage(0, 1, 0, [tags]),
    oggPage(4, 2, 48_000, silence),
  ])
}

function oggPage(flags: number, sequence: number, granule: number, packets: Buffer[]): Buffer {
  const lacing = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ])
  const head = Buffer.alloc(27)
  head.write('OggS')
  head[5] = flags
  head.writeBigInt64LE(BigInt(granule), 6)
  head.writeUInt32LE(1, 14)
  head.writeUInt32LE(sequence, 18)
  head[26] = lacing.length
  const page = Buffer.concat([head, Buffer.from(lacing), ...packets])
  page.writeUInt32LE(oggChecksum(page), 22)
  return page
}

function oggChecksum(bytes: Buffer): number {
  return (
    bytes.reduce((sum, byte) => {
      let crc = sum ^ (byte << 24)
      for (let bit = 0; bit < 8; bit += 1)
        crc = crc & 0x80_00_00_00 ? (crc << 1) ^ 0x04_c1_1d_b7 : crc << 1
      return crc
    }, 0) >>> 0
  )
}
