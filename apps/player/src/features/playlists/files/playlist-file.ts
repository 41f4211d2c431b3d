/** A track as a playlist's file tells of it: as much of it as there is. */
export interface FileEntry {
  /** Of this or another Segue. */
  id?: string
  title?: string
  artist?: string
  album?: string
  durationMs?: number
  /** Where the track's own file lies, or lay. */
  path?: string
}

/** What a playlist's file holds. */
export interface PlaylistFile {
  name: string | null
  description: string | null
  entries: FileEntry[]
}

/** So many entries of one file are read: a playlist holds no more. */
export const mostEntries = 10_000
/** So long a text of a file is read: the server takes no longer one. */
const longest = 500
const longestPath = 4_000

// oxlint-disable-next-line no-control-regex -- these are what is taken out
const unprintable = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]+/g

/** Text of a file as one clean line, or undefined where nothing is left of it. */
export function cleanText(text: unknown, most = longest): string | undefined {
  if (typeof text !== 'string') return undefined
  const clean = text
    .slice(0, most * 2)
    .toWellFormed()
    .replaceAll(unprintable, ' ')
    .trim()
  return clean.slice(0, most).toWellFormed().trim() || undefined
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

/** An id, or undefined for what is none. */
function cleanId(text: unknown): string | undefined {
  return typeof text === 'string' && uuid.test(text.trim()) ? text.trim().toLowerCase() : undefined
}

/** Whole milliseconds that a track may last, or undefined. */
function cleanDuration(milliseconds: unknown): number | undefined {
  if (typeof milliseconds !== 'number' || !Number.isFinite(milliseconds)) return undefined
  const whole = Math.round(milliseconds)
  return whole > 0 && whole < 2 ** 31 ? whole : undefined
}

/** What of it can be read of what a file tells of a track, or null where it tells of nothing. */
export function tidyEntry(told: { readonly [Key in keyof FileEntry]: unknown }): FileEntry | null {
  const entry = {
    id: cleanId(told.id),
    title: cleanText(told.title),
    artist: cleanText(told.artist),
    album: cleanText(told.album),
    durationMs: cleanDuration(told.durationMs),
    path: cleanText(told.path, longestPath),
  }
  if ((entry.id ?? entry.title ?? entry.path) === undefined) return null
  const known = Object.entries(entry).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as FileEntry
}
