import { orderTags } from 'music-metadata'
import type { IAudioMetadata } from 'music-metadata'
import type { AudioTags } from './audio-inspection.ts'
import { cleanNumber, cleanText } from './clean-text.ts'
import { repairEncoding } from './repair-encoding.ts'

type TextTags = Record<'title' | 'artist' | 'album' | 'albumArtist' | 'genre', string | undefined>

/** The tag types whose text comes without a reliable encoding. */
const UNSURE = new Set<string>(['ID3v1', 'ID3v2.2', 'ID3v2.3', 'ID3v2.4', 'exif'])

/** The tags of a file, fit to be stored; what is empty after cleaning is left out. */
export function readTags(metadata: IAudioMetadata): AudioTags {
  const { common, format } = metadata
  const text = withId3First(metadata)
  const names = Object.keys(text) as (keyof TextTags)[]
  if (format.tagTypes.some((type) => UNSURE.has(type))) {
    const repaired = repairEncoding(names.map((name) => text[name] ?? ''))
    for (const [i, name] of names.entries()) text[name] = repaired[i]
  }
  const tags: AudioTags = {
    title: cleanText(text.title, 500),
    artist: cleanText(text.artist, 500),
    album: cleanText(text.album, 500),
    albumArtist: cleanText(text.albumArtist, 500),
    genre: cleanText(text.genre, 100),
    year: cleanNumber(common.year, 9999),
    trackNumber: cleanNumber(common.track.no, 9999),
    discNumber: cleanNumber(common.disk.no, 9999),
  }
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined))
}

/**
 * music-metadata prefers APEv2, but the players that write both keep ID3v2 up to date; and before
 * ID3v2.4 it takes AC/DC for two artists.
 */
function withId3First({ common, format, native }: IAudioMetadata): TextTags {
  const text: TextTags = {
    title: common.title,
    artist: common.artist,
    album: common.album,
    albumArtist: common.albumartist,
    genre: common.genre?.[0],
  }
  const id3 = format.tagTypes.find((type) => type.startsWith('ID3v2'))
  if (!id3) return text
  const frames = orderTags(native[id3] ?? [])
  const first = (...ids: string[]): string | undefined => {
    const values = ids
      .flatMap((id) => frames[id] ?? [])
      .filter((value) => typeof value === 'string')
    return id3 === 'ID3v2.4' ? values[0] : values.join('/') || undefined
  }
  return {
    title: first('TIT2', 'TT2') ?? text.title,
    artist: first('TPE1', 'TP1') ?? text.artist,
    album: first('TALB', 'TAL') ?? text.album,
    albumArtist: first('TPE2', 'TP2') ?? text.albumArtist,
    genre: text.genre,
  }
}
