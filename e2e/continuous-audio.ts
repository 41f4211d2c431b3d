import { checksum, mp3 } from '../packages/api/src/test/audio-fixtures.ts'
import { describeAudio, type TestAudio } from '../packages/api/src/test/audio.ts'

/** Frames a second of everything here; mono. */
export const rate = 44_100

const flacBlock = 4096

/** A sine from its frame `from` on, so that the next piece can go on where this one ends. */
export function piece(pitch: number, from: number, frames: number): Float32Array {
  return Float32Array.from(
    { length: frames },
    (_, at) => Math.sin((2 * Math.PI * pitch * (from + at)) / rate) / 3,
  )
}

export function wavOf(samples: Float32Array): TestAudio {
  const bytes = Buffer.alloc(44 + samples.length * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples.length * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, at) => bytes.writeInt16LE(Math.round(sample * 32_767), 44 + at * 2))
  return describeAudio(Uint8Array.from(bytes), 'audio/wav')
}

/** FLAC whose frames hold the samples as they are (RFC 9639, verbatim subframes). */
export function flacOf(samples: Float32Array): TestAudio {
  const info = Buffer.alloc(34)
  info.writeUInt16BE(flacBlock)
  info.writeUInt16BE(flacBlock, 2)
  // 20 bits of sample rate, 3 of channels - 1, 5 of bits - 1, 36 of samples.
  info.writeBigUInt64BE((BigInt(rate) << 44n) | (15n << 36n) | BigInt(samples.length), 10)
  const blocks = Array.from({ length: Math.ceil(samples.length / flacBlock) }, (_, number) =>
    flacFrame(number, samples.subarray(number * flacBlock, (number + 1) * flacBlock)),
  )
  const bytes = Buffer.concat([Buffer.from('fLaC'), Buffer.from([0x80, 0, 0, 34]), info, ...blocks])
  return describeAudio(Uint8Array.from(bytes), 'audio/flac')
}

function flacFrame(number: number, samples: Float32Array): Buffer {
  // 44.1 kHz, the size of the block in 16 bits behind the number; mono, 16 bits a sample.
  const utf8 = Buffer.from(String.fromCharCode(number))
  const head = Buffer.concat([Buffer.from('fff87908', 'hex'), utf8, Buffer.alloc(2)])
  head.writeUInt16BE(samples.length - 1, head.length - 2)
  const body = Buffer.alloc(1 + samples.length * 2)
  body[0] = 2
  samples.forEach((sample, at) => body.writeInt16BE(Math.round(sample * 32_767), 1 + at * 2))
  const frame = Buffer.concat([head, Buffer.from([checksum(head, 8, 0x07)]), body])
  const end = Buffer.alloc(2)
  end.writeUInt16BE(checksum(frame, 16, 0x8005))
  return Buffer.concat([frame, end])
}

const mp3Kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const encoderDelay = 576
const framesEach = 1152

/**
 * MP3 behind a header that says how many samples the encoder put before and behind the music, as
 * LAME writes it (http://gabriel.mp3-tech.org/mp3infotag.html).
 */
export async function mp3Of(samples: Float32Array): Promise<TestAudio> {
  const music = await mp3(samples)
  let frames = 0
  for (let at = 0; at < music.length; at += mp3FrameLength(music, at)) frames += 1
  const head = Buffer.alloc(mp3FrameLength(music, 0))
  music.copy(head, 0, 0, 4)
  // Behind 4 bytes of header and 17 of side information for one channel.
  const tag = 21
  head.write('Info', tag)
  head.writeUInt32BE(3, tag + 4)
  head.writeUInt32BE(frames, tag + 8)
  head.writeUInt32BE(head.length + music.length, tag + 12)
  head.write('LAME3.100', tag + 16)
  const padding = frames * framesEach - encoderDelay - samples.length
  head.writeUIntBE(encoderDelay * 4096 + padding, tag + 37, 3)
  return describeAudio(Uint8Array.from(Buffer.concat([head, music])), 'audio/mpeg')
}

function mp3FrameLength(music: Buffer, at: number): number {
  const bits = music.readUInt8(at + 2)
  return Math.floor((144_000 * (mp3Kilobits[bits >> 4] ?? 0)) / rate) + ((bits >> 1) & 1)
}
