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

/** Where a file lies, as text that can be sent. */
export function cleanPath(text: unknown): string | undefined {
  return cleanText(text, longestPath)
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

/** An id, or undefined for what is none. */
export function cleanId(text: unknown): string | undefined {
  return typeof text === 'string' && uuid.test(text.trim()) ? text.trim().toLowerCase() : undefined
}

/** Whole milliseconds that a track may last, or undefined. */
export function cleanDuration(milliseconds: unknown): number | undefined {
  if (typeof milliseconds !== 'number' || !Number.isFinite(milliseconds)) return undefined
  const whole = Math.round(milliseconds)
  return whole > 0 && whole < 2 ** 31 ? whole : undefined
}

/** An entry without what it does not tell, or null where it tells of nothing. */
export function tidyEntry(entry: { [Key in keyof FileEntry]: FileEntry[Key] | undefined }) {
  const told = Object.entries(entry).filter(([, value]) => value !== undefined)
  const hasName = entry.id ?? entry.title ?? entry.path
  return hasName === undefined ? null : (Object.fromEntries(told) as FileEntry)
}
