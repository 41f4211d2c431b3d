const rate = 48_000
const block = 4_800

/** A sine of 1 kHz at a quarter of full scale, uncompressed in FLAC (RFC 9639): one channel, 16 bits. */
export function flac({ seconds = 2 } = {}): Buffer {
  const blocks = (seconds * rate) / block
  const info = Buffer.alloc(34)
  info.writeUInt16BE(block)
  info.writeUInt16BE(block, 2)
  // 20 bits of sample rate, 3 of channels - 1, 5 of bits - 1, 36 of samples.
  info.writeBigUInt64BE((BigInt(rate) << 44n) | (15n << 36n) | BigInt(seconds * rate), 10)
  const head = Buffer.from([0x66, 0x4c, 0x61, 0x43, 0x80, 0, 0, 34])
  return Buffer.concat([head, info, ...Array.from({ length: blocks }, (_, at) => frame(at))])
}

function frame(number: number): Buffer {
  // A size of 16 bits follows; 48 kHz; one channel; 16 bits.
  const head = Buffer.from([0xff, 0xf8, 0x7a, 0x08, number, 0, 0])
  head.writeUInt16BE(block - 1, 5)
  const body = Buffer.alloc(block * 2)
  for (let at = 0; at < block; at++)
    body.writeInt16BE(Math.round(0x1f_ff * Math.sin((2 * Math.PI * 1_000 * at) / rate)), at * 2)
  const verbatim = 0x02
  const whole = Buffer.concat([head, Buffer.of(checksum(head, 8, 0x07), verbatim), body])
  const end = Buffer.alloc(2)
  end.writeUInt16BE(checksum(whole, 16, 0x80_05))
  return Buffer.concat([whole, end])
}

function checksum(bytes: Buffer, bits: number, polynomial: number): number {
  return bytes.reduce((sum, byte) => {
    let crc = sum ^ (byte << (bits - 8))
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & (1 << (bits - 1)) ? (crc << 1) ^ polynomial : crc << 1
    return crc & ((1 << bits) - 1)
  }, 0)
}
