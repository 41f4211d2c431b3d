import { fileTypeFromTokenizer } from 'file-type'
import { parseFromTokenizer, selectCover } from 'music-metadata'
import type { IAudioMetadata, IFormat } from 'music-metadata'
import type { AudioInspection } from './audio-inspection.ts'
import { adtsHeader, layer3Header } from './frame-header.ts'
import { hasFramesBehindTag, scanFrames } from './frame-scan.ts'
import { MediaRefusal } from './media-errors.ts'
import { playableCodec, playableFormat } from './playable-format.ts'
import type { PlayableFormat } from './playable-format.ts'
import { readLoudness } from './read-loudness.ts'
import { readTags } from './read-tags.ts'
import { SpoolTokenizer } from './spool-tokenizer.ts'
import { waveCodec } from './wave-codec.ts'
import { countFlacSamples } from './scan-flac.ts'
import { scanMp4 } from './scan-mp4.ts'
import { scanWebm } from './scan-webm.ts'

interface Sound {
  codec: string
  seconds: number
  bitrate?: number | undefined
}

/** What finds the end of a head that a parser may be given alone. */
const SCANS: Partial<Record<string, (file: SpoolTokenizer) => { headBytes: number }>> = {
  MP4: scanMp4,
  WebM: scanWebm,
}

const COVER_BYTES = 10 * 1024 * 1024
/** Milliseconds are kept in 32 bits: some 24 days. */
const MAX_DURATION_MS = 2 ** 31 - 1

/**
 * Says what audio a spooled file holds. Blocks its thread and believes nothing of what the file
 * says of itself that can be checked: for worker threads only.
 * @param file a file descriptor, which stays open
 * @throws MediaRefusal not_audio
 */
export async function readAudio(file: number): Promise<AudioInspection> {
  const bytes = new SpoolTokenizer(file)
  const type = await typeOf(file, bytes)
  const format = playableFormat(type)
  const metadata = await parse(file, type, format)
  const { codec, seconds, bitrate } = listen(bytes, format, metadata.format)
  const durationMs = Math.round(seconds * 1000)
  if (!(durationMs > 0 && durationMs <= MAX_DURATION_MS)) {
    throw new MediaRefusal('not_audio', 'The file holds no sound that could be played.')
  }
  return {
    contentType: format.contentType,
    container: format.container,
    codec,
    durationMs,
    bitrate: positive(bitrate) ?? positive((bytes.size * 8) / seconds),
    sampleRate: positive(metadata.format.sampleRate),
    channels: positive(metadata.format.numberOfChannels),
    tags: readTags(metadata),
    loudness: readLoudness(metadata),
    cover: readCover(metadata),
  }
}

async function typeOf(file: number, bytes: SpoolTokenizer): Promise<string> {
  const found = await fileTypeFromTokenizer(new SpoolTokenizer(file))
  return found?.mime ?? (hasFramesBehindTag(bytes, layer3Header) ? 'audio/mpeg' : '')
}

/**
 * A picture that cannot be read must not cost the song; nor may the clusters without a size and
 * the fragments without defaults of what browsers record, over which music-metadata stumbles: then
 * it is given the head of the file alone.
 */
async function parse(file: number, type: string, format: PlayableFormat): Promise<IAudioMetadata> {
  const attempt = (skipCovers: boolean, size?: number): Promise<IAudioMetadata> =>
    parseFromTokenizer(new SpoolTokenizer(file, type, size), { duration: true, skipCovers })
  try {
    return await attempt(false)
      .catch(() => attempt(true))
      .catch((cause: unknown) => {
        const scan = SCANS[format.container]
        if (!scan) throw cause
        return attempt(true, scan(new SpoolTokenizer(file)).headBytes)
      })
  } catch (cause) {
    if (cause instanceof MediaRefusal) throw cause
    throw new MediaRefusal('not_audio', 'The file is damaged or cut off.', { cause })
  }
}

/** Codec, duration and bitrate: by our own count where the parser can be misled. */
function listen(file: SpoolTokenizer, format: PlayableFormat, found: IFormat): Sound {
  if (format.container === 'WAVE') return listenToWave(file, found)
  const codec = playableCodec(format, found)
  const parsed = { codec, seconds: found.duration ?? 0, bitrate: found.bitrate }
  switch (format.container) {
    case 'MPEG':
      return { codec, ...countFrames(file, layer3Header) }
    case 'ADTS':
      return { codec, ...countFrames(file, adtsHeader) }
    case 'FLAC':
      if (parsed.seconds > 0 || !found.sampleRate) return parsed
      return { codec, seconds: countFlacSamples(file) / found.sampleRate }
    case 'MP4': {
      const { seconds } = scanMp4(file)
      return seconds > 0 ? { codec, seconds } : parsed
    }
    case 'WebM':
      return parsed.seconds > 0 ? parsed : { codec, seconds: scanWebm(file).seconds }
    default:
      return parsed
  }
}

function countFrames(file: SpoolTokenizer, parse: typeof layer3Header): Omit<Sound, 'codec'> {
  const { seconds, audioBytes, strayBytes } = scanFrames(file, parse)
  // Chance finds frames in anything.
  if (audioBytes <= strayBytes) return { seconds: 0 }
  return { seconds, bitrate: (audioBytes * 8) / seconds }
}

function listenToWave(file: SpoolTokenizer, found: IFormat): Sound {
  const wave = waveCodec(file)
  if (!wave?.codec) {
    throw new MediaRefusal('not_audio', 'The WAV file is not PCM of a kind that browsers play.')
  }
  const possible = file.size / wave.bytesPerSecond
  return {
    codec: wave.codec,
    seconds: Math.min(found.duration ?? 0, possible),
    bitrate: wave.bytesPerSecond * 8,
  }
}

function readCover({ common }: IAudioMetadata): AudioInspection['cover'] {
  const data = selectCover(common.picture)?.data
  return data && data.length > 0 && data.length <= COVER_BYTES ? { bytes: data } : null
}

function positive(value: number | undefined): number | null {
  const whole = Math.round(value ?? 0)
  return Number.isSafeInteger(whole) && whole > 0 ? whole : null
}
