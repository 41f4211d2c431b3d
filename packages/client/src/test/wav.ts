const rate = 8_000
const headerBytes = 44

/** Half a second of a tone as a WAV file: each pitch makes a file of its own. */
export function wav(pitch: number): Buffer {
  const samples = rate / 2
  const bytes = Buffer.alloc(headerBytes + samples * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8)
  const format: [number, number][] = [
    [16, 4],
    [1, 2],
    [1, 2],
    [rate, 4],
    [rate * 2, 4],
    [2, 2],
    [16, 2],
  ]
  let at = 16
  for (const [value, width] of format) at = bytes.writeUIntLE(value, at, width)
  at += bytes.write('data', at)
  at = bytes.writeUInt32LE(samples * 2, at)
  for (let sample = 0; sample < samples; sample++)
    at = bytes.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * pitch * sample) / rate)), at)
  return bytes
}
