import type { Decoder, Sound } from './sound.ts'

/** What the decoders of flac, ogg-vorbis and mpg123 have in common. */
interface WasmDecoder {
  ready: Promise<void>
  decode(bytes: Uint8Array): Sound | Promise<Sound>
  flush?(): Promise<Sound>
}

const kinds: Record<string, (start: Buffer) => Promise<Decoder> | null> = {
  'audio/flac': async () => open(new (await import('@wasm-audio-decoders/flac')).FLACDecoder()),
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

function openOgg(start: Buffer): Promise<Decoder> | null {
  if (start.includes('OpusHead'))
    return import('./opus-decoder.ts').then(({ OggOpusDecoder }) => new OggOpusDecoder())
  if (!start.includes('\x01vorbis', 'latin1')) return null
  return import('@wasm-audio-decoders/ogg-vorbis').then(({ OggVorbisDecoder }) =>
    open(new OggVorbisDecoder()),
  )
}

async function open(decoder: WasmDecoder): Promise<Decoder> {
  await decoder.ready
  return {
    decode: async (bytes) => [await decoder.decode(bytes)],
    finish: async () => (decoder.flush ? [await decoder.flush()] : []),
  }
}
