import type { Decoder, Sound } from './sound.ts'

interface Format {
  sampleRate: number
  channels: number
  bytesPerSample: number
  read: (bytes: DataView, at: number) => number
}

const headerBytes = 12
const chunkHeaderBytes = 8
/** A format chunk is 40 bytes at most; others before the sound may be pictures. */
const maxFormatBytes = 1_024

/** PCM in WAVE: 8 to 32 bits, or floating point. Throws for what is none. */
export class WaveDecoder implements Decoder {
  #pending: Buffer = Buffer.alloc(0)
  /** Bytes of chunks that are of no interest. */
  #skip = headerBytes
  #format: Format | null = null
  /** Of the sound that is still to come; null before it began. */
  #soundBytes: number | null = null

  async decode(bytes: Uint8Array): Promise<Sound[]> {
    this.#pending = Buffer.concat([this.#pending, bytes])
    while (this.#soundBytes === null) if (!this.#readChunk()) return []
    return this.#readSound()
  }

  async finish(): Promise<Sound[]> {
    return []
  }

  /** Whether it got any further with what has come. */
  #readChunk(): boolean {
    const skipped = Math.min(this.#skip, this.#pending.length)
    this.#pending = this.#pending.subarray(skipped)
    this.#skip -= skipped
    if (this.#skip > 0 || this.#pending.length < chunkHeaderBytes) return false
    const name = this.#pending.toString('latin1', 0, 4)
    const size = this.#pending.readUInt32LE(4)
    if (name === 'data') {
      // Who records into a pipe cannot know the size, and writes none or the largest.
      this.#soundBytes = size === 0 || size === 0xff_ff_ff_ff ? Infinity : size
      this.#pending = this.#pending.subarray(chunkHeaderBytes)
      return true
    }
    if (name === 'fmt ') {
      if (size > maxFormatBytes) throw new Error('a format chunk of that size is none')
      if (this.#pending.length < chunkHeaderBytes + size) return false
      this.#format = readFormat(this.#pending.subarray(chunkHeaderBytes, chunkHeaderBytes + size))
    }
    this.#skip = chunkHeaderBytes + size + (size % 2)
    return true
  }

  #readSound(): Sound[] {
    if (!this.#format) throw new Error('sound without a format')
    const { sampleRate, channels, bytesPerSample, read } = this.#format
    const frameBytes = channels * bytesPerSample
    const available = Math.min(this.#pending.length, this.#soundBytes ?? 0)
    const frames = Math.floor(available / frameBytes)
    if (frames === 0) return []
    const { buffer, byteOffset } = this.#pending
    const view = new DataView(buffer, byteOffset, frames * frameBytes)
    const channelData = Array.from({ length: channels }, (_, channel) => {
      const samples = new Float32Array(frames)
      for (let frame = 0; frame < frames; frame++)
        samples[frame] = read(view, frame * frameBytes + channel * bytesPerSample)
      return samples
    })
    this.#pending = this.#pending.subarray(frames * frameBytes)
    this.#soundBytes = (this.#soundBytes ?? 0) - frames * frameBytes
    return [{ sampleRate, channelData }]
  }
}

const pcm = 1
const float = 3
const extensible = 0xff_fe

function readFormat(chunk: Buffer): Format {
  const tag = chunk.readUInt16LE(0)
  const channels = chunk.readUInt16LE(2)
  const sampleRate = chunk.readUInt32LE(4)
  const bits = chunk.readUInt16LE(14)
  const read = readers[`${tag === extensible ? chunk.readUInt16LE(24) : tag} ${bits}`]
  if (!read || channels < 1 || channels > 8) throw new Error('no WAVE that is understood')
  return { sampleRate, channels, bytesPerSample: bits / 8, read }
}

const readers: Record<string, Format['read']> = {
  [`${pcm} 8`]: (bytes, at) => (bytes.getUint8(at) - 128) / 128,
  [`${pcm} 16`]: (bytes, at) => bytes.getInt16(at, true) / 2 ** 15,
  [`${pcm} 24`]: (bytes, at) =>
    (bytes.getInt8(at + 2) * 2 ** 16 + bytes.getUint16(at, true)) / 2 ** 23,
  [`${pcm} 32`]: (bytes, at) => bytes.getInt32(at, true) / 2 ** 31,
  [`${float} 32`]: (bytes, at) => bytes.getFloat32(at, true),
  [`${float} 64`]: (bytes, at) => bytes.getFloat64(at, true),
}
