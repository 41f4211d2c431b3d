import { TrackType } from 'music-metadata'
import type { IFormat } from 'music-metadata'
import { cleanText } from './clean-text.ts'
import { MediaRefusal } from './media-errors.ts'

export interface PlayableFormat {
  contentType: string
  container: string
  /** What the parser calls a codec, and what we call it. */
  codecs: Record<string, string>
}

const MP4: PlayableFormat = {
  contentType: 'audio/mp4',
  container: 'MP4',
  codecs: { mp4a: 'AAC', fLaC: 'FLAC', Opus: 'Opus' },
}
const OGG: PlayableFormat = {
  // Also for Opus: audio/opus is the type of RTP packets (RFC 7587), files are audio/ogg (RFC 7845).
  contentType: 'audio/ogg',
  container: 'Ogg',
  codecs: { 'Vorbis I': 'Vorbis', Opus: 'Opus', FLAC: 'FLAC' },
}

/** By the type that file-type gives; what is not here is refused. */
const FORMATS: Record<string, PlayableFormat> = {
  'audio/mpeg': {
    contentType: 'audio/mpeg',
    container: 'MPEG',
    codecs: {
      'MPEG 1 Layer 3': 'MP3',
      'MPEG 2 Layer 3': 'MP3',
      'MPEG 2.5 Layer 3': 'MP3',
    },
  },
  'audio/aac': { contentType: 'audio/aac', container: 'ADTS', codecs: { AAC: 'AAC' } },
  'audio/flac': { contentType: 'audio/flac', container: 'FLAC', codecs: { FLAC: 'FLAC' } },
  'audio/wav': { contentType: 'audio/wav', container: 'WAVE', codecs: {} },
  'video/webm': {
    contentType: 'audio/webm',
    container: 'WebM',
    codecs: { A_OPUS: 'Opus', A_VORBIS: 'Vorbis' },
  },
  'audio/ogg': OGG,
  'audio/ogg; codecs=opus': OGG,
  'video/ogg': OGG,
  'application/ogg': OGG,
  'audio/mp4': MP4,
  'audio/x-m4a': MP4,
  'audio/x-m4b': MP4,
  'video/mp4': MP4,
  'video/x-m4v': MP4,
}

/**
 * @param mime empty when nothing was recognised
 * @throws MediaRefusal not_audio when browsers do not play files of that type
 */
export function playableFormat(mime: string): PlayableFormat {
  const format = FORMATS[mime]
  if (format) return format
  throw new MediaRefusal(
    'not_audio',
    mime
      ? `The file is ${mime}, which browsers do not play as music.`
      : 'The file is not audio of a known kind.',
  )
}

/**
 * The name of the codec of the first audio track.
 * @throws MediaRefusal not_audio when there is none that browsers play, or moving pictures
 */
export function playableCodec(format: PlayableFormat, found: IFormat): string {
  if (found.trackInfo.some((track) => track.type === TrackType.video && !isStill(track.codecId))) {
    throw new MediaRefusal('not_audio', 'The file is a video.')
  }
  const track = found.trackInfo.find((track) => track.type === TrackType.audio)
  const native = track?.codecId ?? track?.codecName ?? found.codec
  if (!native) throw new MediaRefusal('not_audio', 'The file has no audio track.')
  const codec = format.codecs[native]
  if (codec) return codec
  const name = cleanText(track?.codecName ?? native, 40) ?? 'its codec'
  throw new MediaRefusal('not_audio', `Browsers do not play ${name}.`)
}

/** Audio books carry pictures for their chapters as a track. */
function isStill(codecId: string | undefined): boolean {
  return /^(?:jpeg|mjp[ab]|png )$/.test(codecId ?? '')
}
