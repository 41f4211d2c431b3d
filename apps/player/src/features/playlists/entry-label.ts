import type { FileEntry } from './files/playlist-file.ts'

/** An entry of a file in one line, by what it tells. */
export function entryLabel({ artist, title, album, path, id }: FileEntry): string {
  if (title === undefined) return path ?? id ?? ''
  const name = artist === undefined ? title : `${artist} - ${title}`
  return album === undefined ? name : `${name} (${album})`
}

/** What to look for by hand. */
export function searchTextOf({ artist, title, path = '' }: FileEntry): string {
  const name =
    path
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.\w{1,5}$/, '')
      .replace(/^[\d\s.-]+/, '') ?? ''
  return (title === undefined ? name : [title, artist].filter(Boolean).join(' ')).slice(0, 200)
}
