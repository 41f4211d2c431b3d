import { cleanText, mostEntries, tidyEntry, type PlaylistFile } from './playlist-file.ts'

/** What tells the format of these files; docs/playlist-file.md describes it. */
const format = 'segue-playlist'
/** Raised when a reader of before would read a file of now wrongly. */
const version = 1

/** Writes a playlist as JSON, as docs/playlist-file.md describes it. */
export function writeJson({ name, description, entries }: PlaylistFile, exportedAt: Date): string {
  const file = { format, version, exportedAt: exportedAt.toISOString(), name, description }
  return `${JSON.stringify({ ...file, tracks: entries }, null, 2)}\n`
}

/**
 * Reads a playlist's JSON: our own of this version or an earlier one.
 * @returns null for anything else
 */
export function parseJson(text: string): PlaylistFile | null {
  const file = readObject(text)
  if (file?.['format'] !== format) return null
  const { version: writtenAs, tracks, name, description } = file
  if (typeof writtenAs !== 'number' || writtenAs > version || !Array.isArray(tracks)) return null
  return {
    name: cleanText(name, 100) ?? null,
    description: typeof description === 'string' ? description.slice(0, 2_000) || null : null,
    entries: tracks
      .slice(0, mostEntries)
      .flatMap((track: unknown) => tidyEntry(Object(track)) ?? []),
  }
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    // Not JSON: not one of our files either.
    return null
  }
}
