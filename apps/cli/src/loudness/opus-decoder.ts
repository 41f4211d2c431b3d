import { OpusDecoder } from 'opus-decoder'

import { OggPackets } from './ogg-packets.ts'
import type { Decoder, Sound } from './sound.ts'
import { fromVorbisOrder } from './vorbis-order.ts'

interface Head {
  channels: number
  preSkip: number
  /** What every decoder has to multiply its output by. */
  outputGain: number
  streamCount: number
  coupledStreamCount: number
  channelMappingTable: number[]
}

/** Opus in Ogg (RFC 7845), at 48 kHz, with the output gain of its header applied. */
export class OggOpusDecoder implements Decoder {
  readonly #packets = new OggPackets()
  #seen = 0
  #head: Head | null = null
  #decoder: OpusDecoder | null = null

  async decode(bytes: Uint8Array): Promise<Sound[]> {
    const frames: Uint8Array[] = []
    for (const packet of this.#packets.take(bytes)) {
      this.#seen += 1
      if (this.#seen === 1) await this.#begin(packet)
      // The second holds the comments.
      else if (this.#seen > 2 && packet.length > 0) frames.push(new Uint8Array(packet))
    }
    if (!this.#decoder || !this.#head || frames.length === 0) return []
    const { channelData, sampleRate } = this.#decoder.decodeFrames(frames)
    const { outputGain } = this.#head
    return [
      {
        sampleRate,
        channelData: fromVorbisOrder(channelData).map((samples) =>
          samples.map((sample) => sample * outputGain),
        ),
      },
    ]
  }

  async finish(): Promise<Sound[]> {
    return []
  }

  async #begin(packet: Buffer): Promise<void> {
    this.#head = readHead(packet)
    this.#decoder = new OpusDecoder(this.#head)
    await this.#decoder.ready
  }
}

function readHead(packet: Buffer): Head {
  if (packet.toString('latin1', 0, 8) !== 'OpusHead') throw new Error('no Opus')
  const channels = packet.readUInt8(9)
  const isSimple = packet.readUInt8(18) === 0
  if (channels < 1 || channels > (isSimple ? 2 : 8)) throw new Error('channels of no known order')
  return {
    channels,
    preSkip: packet.readUInt16LE(10),
    outputGain: 10 ** (packet.readInt16LE(16) / 256 / 20),
    streamCount: isSimple ? 1 : packet.readUInt8(19),
    coupledStreamCount: isSimple ? channels - 1 : packet.readUInt8(20),
    channelMappingTable: isSimple
      ? [0, 1].slice(0, channels)
      : [...packet.subarray(21, 21 + channels)],
  }
}
