import { createMp3Encoder, createOggEncoder } from 'wasm-media-encoders'

/** One and the same tone in every format: a sine of 1 kHz at a quarter of full scale. */

export interface Tone {
  seconds?: number
  channels?: 1 | 2
}

const rate = 48_000
const amplitude = 0.25
/** Of a quarter of full scale in one channel; a second one adds 3.01 LU. */
export const monoLufs = 20 * Math.log10(amplitude) - 3.01

function samplesOf({ seconds = 2 }: Tone): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    { length: seconds * rate },
    (_, at) => amplitude * Math.sin((2 * Math.PI * 1_000 * at) / rate),
  )
}

type LossyEncoder = Awaited<ReturnType<typeof createMp3Encoder | typeof createOggEncoder>>

function encode(encoder: LossyEncoder, tone: Tone): Buffer {
  const samples = samplesOf(tone)
  const channels = Array.from({ length: tone.channels ?? 1 }, () => samples)
  return Buffer.concat([Buffer.from(encoder.encode(channels)), Buffer.from(encoder.finalize())])
}

/** Of a bitrate at which LAME does not turn anything down. */
export async function mp3(tone: Tone = {}): Promise<Buffer> {
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate: rate, channels: tone.channels ?? 1, bitrate: 320 })
  return encode(encoder, tone)
}

export async function oggVorbis(tone: Tone = {}): Promise<Buffer> {
  const encoder = await createOggEncoder()
  encoder.configure({ sampleRate: rate, channels: tone.channels ?? 1, vbrQuality: 4 })
  return encode(encoder, tone)
}

export type WaveFormat = 'pcm 8' | 'pcm 16' | 'pcm 24' | 'pcm 32' | 'float 32' | 'float 64'

const writers: Record<WaveFormat, (bytes: Buffer, sample: number, at: number) => void> = {
  'pcm 8': (bytes, sample, at) => bytes.writeUInt8(Math.round(sample * 127 + 128), at),
  'pcm 16': (bytes, sample, at) => bytes.writeInt16LE(Math.round(sample * 0x7f_ff), at),
  'pcm 24': (bytes, sample, at) => bytes.writeIntLE(Math.round(sample * 0x7f_ff_ff), at, 3),
  'pcm 32': (bytes, sample, at) => bytes.writeInt32LE(Math.round(sample * 0x7f_ff_ff_ff), at),
  'float 32': (bytes, sample, at) => bytes.writeFloatLE(sample, at),
  'float 64': (bytes, sample, at) => bytes.writeDoubleLE(sample, at),
}

/** @param isExtensible whether its format is told by an identifier, as for more than 16 bits */
export function wave(
  format: WaveFormat,
  { isExtensible = false, ...tone }: Tone & { isExtensible?: boolean } = {},
): Buffer {
  const [kind = '', bits = ''] = format.split(' ')
  const bytesPerSample = Number(bits) / 8
  const channels = tone.channels ?? 1
  const samples = samplesOf(tone)
  const sound = Buffer.alloc(samples.length * channels * bytesPerSample)
  for (const [at, sample] of samples.entries())
    for (let channel = 0; channel < channels; channel++)
      writers[format](sound, sample, (at * channels + channel) * bytesPerSample)
  const tag = kind === 'pcm' ? 1 : 3
  const head = Buffer.alloc(isExtensible ? 40 : 16)
  head.writeUInt16LE(isExtensible ? 0xff_fe : tag, 0)
  head.writeUInt16LE(channels, 2)
  head.writeUInt32LE(rate, 4)
  head.writeUInt32LE(rate * channels * bytesPerSample, 8)
  head.writeUInt16LE(channels * bytesPerSample, 12)
  head.writeUInt16LE(Number(bits), 14)
  if (isExtensible) head.writeUInt16LE(tag, 24)
  const notes = chunk('LIST', Buffer.alloc(101))
  const body = [Buffer.from('WAVE'), notes, chunk('fmt ', head), chunk('data', sound)]
  return chunk('RIFF', Buffer.concat(body))
}

function chunk(name: string, body: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length % 2)])
}
