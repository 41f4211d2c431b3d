import type { SpoolTokenizer } from './spool-tokenizer.ts'

const BLOCK_SIZES = [
  0, 192, 576, 1152, 2304, 4608, 0, 0, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768,
]
const TAIL_BYTES = 200_000

/**
 * How many samples a native FLAC file has, by its last frame (RFC 9639): an encoder that writes
 * into a pipe cannot go back to put the number into the header.
 * @returns 0 where the file does not end with a whole frame
 */
export function countFlacSamples(file: SpoolTokenizer): number {
  const blockSize = Buffer.from(file.view(8, 4))
  const isFixed = blockSize.length === 4 && blockSize.readUInt16BE() === blockSize.readUInt16BE(2)
  const tail = file.view(Math.max(0, file.size - TAIL_BYTES), TAIL_BYTES)
  for (let at = tail.length - 10; at >= 0; at -= 1) {
    if (tail[at] !== 0xff || (tail.readUInt8(at + 1) & 0xfe) !== 0xf8) continue
    const frame = tail.subarray(at)
    if (crc16(frame) === 0) return lastSample(frame, isFixed ? blockSize.readUInt16BE() : 0)
  }
  return 0
}

function lastSample(frame: Buffer, fixedSize: number): number {
  const lead = frame.readUInt8(4)
  // The number is written as in UTF-8, and may be seven bytes long.
  const length = lead < 0x80 ? 1 : Math.clz32(~(lead << 24))
  const rest = [...frame.subarray(5, 4 + length)]
  const number = rest.reduce((sum, byte) => sum * 64 + (byte & 63), lead & (0xff >> length))
  const code = frame.readUInt8(2) >> 4
  const explicit = 4 + length
  const size =
    code === 6
      ? frame.readUInt8(explicit) + 1
      : code === 7
        ? frame.readUInt16BE(explicit) + 1
        : (BLOCK_SIZES[code] ?? 0)
  const isVariable = (frame.readUInt8(1) & 1) === 1
  return number * (isVariable ? 1 : fixedSize) + size
}

/** Of a whole frame and its checksum it is 0. */
function crc16(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x8005 : crc << 1
  }
  return crc & 0xffff
}
