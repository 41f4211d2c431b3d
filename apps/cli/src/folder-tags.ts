import type { FileTags } from './tags.ts'
import type { FoundFile } from './walk.ts'

export interface FolderTags {
  artist?: string
  album?: string
  albumArtist?: string
}

/** Folders of one disc of an album. */
const disc = /^(cd|dis[ck])[\s._-]*\d{1,2}$/iu
const variousArtists = /^(various|various artists|va|v\.a\.|compilations?)$/iu
/** Folders that sort files and name nothing. */
const general =
  /^(aac|albums?|artists?|audio|downloads?|flac|incoming|library|lossless|m4a|media|misc|mp3s?|music|new|ogg|opus|other|singles|songs|tracks?|unknown( (artist|album))?|unsorted|untitled|wav)$/iu

/**
 * Artist and album by the last two folders on the way to a file, as in `Artist/Album/01 Title.ogg`,
 * for what its tags leave open. A single folder could be either, and says nothing.
 */
export function folderTags({ folders }: FoundFile, tags: FileTags): FolderTags {
  const names = folders.map(toName)
  if (disc.test(names.at(-1) ?? '')) names.pop()
  const [artist, album] = names.slice(-2)
  if (!isPlausible(artist) || !isPlausible(album)) return {}
  const found: FolderTags = tags.hasAlbum ? {} : { album }
  if (tags.hasArtist) return found
  return variousArtists.test(artist)
    ? { ...found, albumArtist: 'Various Artists' }
    : { ...found, artist }
}

function toName(folder: Buffer): string {
  return folder.toString().replaceAll('_', ' ').normalize('NFC').trim()
}

function isPlausible(name: string | undefined): name is string {
  if (name === undefined || name.length > 200 || general.test(name)) return false
  return /[\p{L}\p{N}]/u.test(name) && !/^\.|\p{C}|\ufffd/u.test(name)
}
