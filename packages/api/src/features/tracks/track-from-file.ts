import { cleanText } from '../../media/clean-text.ts'
import type { AudioTags } from '../../media/inspect-audio.ts'
import type { CreateTrackInput } from './tracks.schema.ts'

/** What a track is called and where it belongs. */
export interface TrackDescription {
  title: string
  artist: string
  album: string | null
  albumArtist: string
  genre: string | null
  year: number | null
  trackNumber: number | null
  discNumber: number | null
}

const unknownArtist = 'Unknown artist'

/** What the caller gave; where that is missing, the file's tags; then the file's name. */
export function describeTrack(
  input: CreateTrackInput,
  tags: AudioTags,
  filename: string,
): TrackDescription {
  const named = readFilename(filename)
  const artist = input.artist ?? tags.artist ?? tags.albumArtist ?? named.artist ?? unknownArtist
  return {
    title: input.title ?? tags.title ?? named.title,
    artist,
    album: input.album ?? tags.album ?? null,
    albumArtist: input.albumArtist ?? tags.albumArtist ?? artist,
    genre: input.genre ?? tags.genre ?? null,
    year: input.year ?? tags.year ?? null,
    trackNumber: input.trackNumber ?? tags.trackNumber ?? named.trackNumber,
    discNumber: input.discNumber ?? tags.discNumber ?? null,
  }
}

/**
 * `03 - Artist - Title.flac`, `03. Title.mp3`, `03 Title.ogg` and the like. A number without a zero or
 * a sign behind it is part of the title: `99 Luftballons.mp3`.
 */
function readFilename(filename: string): {
  title: string
  artist: string | undefined
  trackNumber: number | null
} {
  const base = filename.split(/[/\\]/).at(-1) ?? filename
  const name = cleanText(base.replace(/\.[a-z0-9]{1,5}$/i, '').replaceAll('_', ' '), 500) ?? ''
  const numbered = /^(\d{1,3})(?:\s*[-.)]\s*|(?<=^0\d+)\s+)(\S.*)$/u.exec(name)
  const rest = numbered?.[2] ?? name
  const [first, ...others] = rest.split(/\s+-\s+/)
  const hasArtist = others.length > 0 && first
  const number = Number(numbered?.[1] ?? 0)
  return {
    title: (hasArtist ? others.join(' - ') : rest) || 'Untitled',
    artist: hasArtist ? first : undefined,
    trackNumber: number > 0 ? number : null,
  }
}
