import { createHash } from 'node:crypto'

import { id3v2, mp3, tone } from './audio-fixtures.ts'

export interface TestAudio {
  bytes: Uint8Array
  contentType: string
  sizeBytes: number
  /** Hex. */
  sha256: string
}

/** A WAV file with a sine of its own pitch, so that no two are alike. */
export function wav({
  seconds = 1,
  pitch = 440,
}: { seconds?: number; pitch?: number } = {}): TestAudio {
  const rate = 8_000
  const samples = Math.round(seconds * rate)
  const bytes = Buffer.alloc(44 + samples * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples * 2, 40)
  for (let at = 0; at < samples; at++)
    bytes.writeInt16LE(
      Math.round(12_000 * Math.sin((2 * Math.PI * pitch * at) / rate)),
      44 + at * 2,
    )
  return describeAudio(Uint8Array.from(bytes), 'audio/wav')
}

export function describeAudio(bytes: Uint8Array, contentType: string): TestAudio {
  return {
    bytes,
    contentType,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

const music = await mp3(tone(1))

/** A second of MP3 behind an ID3 tag of these frames. */
export function taggedMp3(frames: Parameters<typeof id3v2>[0]): TestAudio {
  return describeAudio(Buffer.concat([id3v2(frames), music]), 'audio/mpeg')
}
