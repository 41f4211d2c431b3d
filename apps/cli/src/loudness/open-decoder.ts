import type { Decoder, Sound } from './sound.ts'
import { fromVorbisOrder } from './vorbis-order.ts'

/** What the decoders of flac, ogg-vorbis and mpg123 have in common. */
interface WasmDecoder {
  ready: Promise<void>
  decode(bytes: Uint8Array): Sound | Promise<Sound>
  flush?(): Promise<Sound>
}

const kinds: Record<string, (start: Buffer) => Promise<Decoder> | null> = {
  'audio/flac': openFlac,
  'audio/mpeg': async () => open(new (await import('mpg123-decoder')).MPEGDecoder()),
  'audio/ogg': openOgg,
  'audio/opus': openOgg,
  'audio/wav': async () => new (await import('./wave-decoder.ts')).WaveDecoder(),
}

/**
 * The decoder for a file of that type; each is loaded when it is first needed.
 * @param start of the file: an Ogg may hold this or that
 * @returns null where there is none
 */
export async function openDecoder(contentType: string, start: Buffer): Promise<Decoder | null> {
  return (await kinds[contentType]?.(start)) ?? null
}

async function openFlac(): Promise<Decoder> {
  const { FLACDecoder } = await import('@wasm-audio-decoders/flac')
  return open(new FLACDecoder())
}

function openOgg(start: Buffer): Promise<Decoder> | null {
  if (start.includes('OpusHead'))
    return import('./opus-decoder.ts').then(({ OggOpusDecoder }) => new OggOpusDecoder())
  if (start.includes('\x7fFLAC', 'latin1')) return openFlac()
  if (!start.includes('\x01vorbis', 'latin1')) return null
  return import('@wasm-audio-decoders/ogg-vorbis').then(({ OggVorbisDecoder }) =>
    open(new OggVorbisDecoder(), fromVorbisOrder),
  )
}

type Channels = Sound['channelData']

async function open(
  decoder: WasmDecoder,
  inOrder = (channels: Channels): Channels => channels,
): Promise<Decoder> {
  await decoder.ready
  const ordered = ({ sampleRate, channelData }: Sound): Sound[] => [
    { sampleRate, channelData: inOrder(channelData) },
  ]
  return {
    decode: async (bytes) => ordered(await decoder.decode(bytes)),
    finish: async () => (decoder.flush ? ordered(await decoder.flush()) : []),
  }
}
