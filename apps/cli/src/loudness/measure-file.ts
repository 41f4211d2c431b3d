import { open } from 'node:fs/promises'

import { type Loudness, LoudnessMeter } from '@segue/loudness'

import { openDecoder } from './open-decoder.ts'
import type { Sound } from './sound.ts'

const pieceBytes = 65_536

export interface FileToMeasure {
  path: Uint8Array
  /** As it is uploaded, see `audioType`. */
  contentType: string
  /** As its header tells; null where nobody knows. */
  channels: number | null
}

/**
 * Decodes a file piece by piece and measures it: what it needs of memory does not grow with the
 * file, but for eight bytes a tenth of a second.
 * @param onPiece called as it goes on
 * @returns null where there is no decoder for it, or nothing to hear
 * @throws what a decoder throws at a broken file
 */
export async function measureFile(
  { path, contentType, channels }: FileToMeasure,
  onPiece: () => void,
): Promise<Loudness | null> {
  await using file = await open(Buffer.from(path))
  const start = Buffer.alloc(512)
  await file.read(start, 0, start.length, 0)
  const decoder = await openDecoder(contentType, start)
  if (!decoder) return null
  const programme = new Programme(channels)
  for await (const bytes of file.createReadStream({
    start: 0,
    autoClose: false,
    highWaterMark: pieceBytes,
  })) {
    // A copy of its own: some decoders hand its memory on.
    programme.add(await decoder.decode(new Uint8Array(bytes as Buffer)))
    onPiece()
  }
  programme.add(await decoder.finish())
  return programme.result()
}

/** All of one file; its first piece says how it is sampled. */
class Programme {
  readonly #channels: number | null
  #meter: LoudnessMeter | null = null
  #format = ''

  constructor(channels: number | null) {
    this.#channels = channels
  }

  add(sounds: Sound[]): void {
    for (const { sampleRate, channelData } of sounds) {
      if (!channelData[0]?.length) continue
      // mpg123 plays one channel on both sides, which would count it twice.
      const heard = this.#channels === 1 ? channelData.slice(0, 1) : channelData
      const format = `${sampleRate} ${heard.length}`
      this.#format ||= format
      if (format !== this.#format) throw new Error('it changes its format on the way')
      this.#meter ??= new LoudnessMeter(sampleRate, heard.length)
      this.#meter.add(heard)
    }
  }

  result(): Loudness | null {
    return this.#meter?.result() ?? null
  }
}
