import {
  cleanText,
  mostEntries,
  tidyEntry,
  type FileEntry,
  type PlaylistFile,
} from './playlist-file.ts'

/** Of an artist and a title together. */
const longestLabel = 1_100
/** A longer line is no line of a playlist. */
const longestLine = 10_000

/**
 * Writes an extended M3U8 (UTF-8): `#EXTINF` with whole seconds and "Artist - Title" for other
 * players, `#EXTART` and `#EXTALB` for those that know them, `#SEGUE` with the id that Segue finds
 * the track by, and the place where a tidy library keeps its file.
 */
export function writeM3u({ name, entries }: PlaylistFile): string {
  const lines = ['#EXTM3U', '#EXTENC:UTF-8']
  if (name) lines.push(`#PLAYLIST:${oneLine(name)}`)
  for (const { id, title = '', artist = '', album = '', durationMs, path } of entries) {
    const seconds = durationMs === undefined ? -1 : Math.round(durationMs / 1000)
    const label = [artist, title].map(oneLine).filter(Boolean).join(' - ')
    lines.push(`#EXTINF:${seconds},${label}`)
    if (artist) lines.push(`#EXTART:${oneLine(artist)}`)
    if (album) lines.push(`#EXTALB:${oneLine(album)}`)
    if (id) lines.push(`#SEGUE:${id}`)
    lines.push(path ?? placeOf({ title, artist, album }))
  }
  return `${lines.join('\n')}\n`
}

/** Where a file of that description lies in a library that is kept by artist and album. */
function placeOf({ title = '', artist = '', album = '' }: FileEntry): string {
  const parts = [artist, album, title].map(fileName).filter(Boolean)
  return `./${parts.join('/') || '_'}`
}

function fileName(text: string): string {
  const name = oneLine(text).replaceAll(/[\\/:*?"<>|]/g, '_')
  return name.replaceAll(/^\.+|\.+$/g, '_')
}

function oneLine(text: string): string {
  return cleanText(text) ?? ''
}

type Notes = Partial<Record<'extinf' | 'artist' | 'album' | 'id', string>>

const directives: Record<string, keyof Notes> = {
  '#EXTINF': 'extinf',
  '#EXTART': 'artist',
  '#EXTALB': 'album',
  '#SEGUE': 'id',
}

/**
 * Reads an M3U, extended or plain: what is said of a track before its line, and the line itself.
 * Comments and what other programs note are passed over; nothing of it is a failure.
 */
export function parseM3u(text: string): PlaylistFile {
  const file: PlaylistFile = { name: null, description: null, entries: [] }
  let notes: Notes = {}
  const close = (path?: string) => {
    const entry = entryOf(notes, path)
    if (entry && file.entries.length < mostEntries) file.entries.push(entry)
    notes = {}
  }
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const line = raw.length > longestLine ? '' : raw.trim()
    if (line === '') continue
    if (!line.startsWith('#')) {
      close(line)
      continue
    }
    const [directive = '', ...rest] = line.split(':')
    const value = rest.join(':')
    const note = directives[directive.toUpperCase()]
    if (directive.toUpperCase() === '#PLAYLIST') file.name ??= cleanText(value) ?? null
    // A second description before any file: the first one has lost its line, and is kept.
    if (note === 'extinf' && notes.extinf !== undefined) close()
    if (note) notes[note] = value
  }
  if (notes.extinf !== undefined) close()
  return file
}

function entryOf(notes: Notes, path: string | undefined): FileEntry | null {
  const { seconds, label } = readExtinf(notes.extinf ?? '')
  const named = cleanText(label, longestLabel)
  const artist = cleanText(notes.artist)
  const prefix = artist === undefined ? '' : `${artist} - `
  const title = named?.startsWith(prefix) ? cleanText(named.slice(prefix.length)) : named
  const split = artist === undefined ? splitLabel(named) : { artist, title }
  return tidyEntry({
    id: notes.id,
    ...split,
    album: notes.album,
    durationMs: seconds * 1000,
    path,
  })
}

/** `Artist - Title`, where the first dash divides. */
function splitLabel(label: string | undefined): { artist?: string; title?: string } {
  if (label === undefined) return {}
  const at = label.indexOf(' - ')
  if (at <= 0) return titled(label)
  const [artist, title] = [cleanText(label.slice(0, at)), cleanText(label.slice(at + 3))]
  return artist && title ? { artist, title } : titled(label)
}

function titled(label: string): { title?: string } {
  const title = cleanText(label)
  return title === undefined ? {} : { title }
}

/** `123 tvg-id="a,b",Artist - Title`: the comma that is in no quotes divides. */
function readExtinf(value: string): { seconds: number; label: string } {
  let isQuoted = false
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '"') isQuoted = !isQuoted
    if (value[at] === ',' && !isQuoted) return readAt(value, at)
  }
  const first = value.indexOf(',')
  return first >= 0 ? readAt(value, first) : { seconds: Number.parseFloat(value), label: '' }
}

function readAt(value: string, comma: number): { seconds: number; label: string } {
  return { seconds: Number.parseFloat(value.slice(0, comma)), label: value.slice(comma + 1) }
}
