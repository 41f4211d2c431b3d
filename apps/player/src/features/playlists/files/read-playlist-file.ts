import { decodeText } from './decode-text.ts'
import { parseM3u } from './m3u.ts'
import { parseJson } from './playlist-json.ts'
import type { PlaylistFile } from './playlist-file.ts'

/** A playlist of 10,000 entries is some megabytes at most; what is larger is something else. */
const mostBytes = 10 * 1024 ** 2

/** Why a file cannot be read. */
export type FileProblem = 'tooLarge' | 'unknown' | 'empty'

/** The playlist in a file; it is named like the file where it has no name of its own. */
export async function readPlaylistFile(file: File): Promise<PlaylistFile | FileProblem> {
  if (file.size > mostBytes) return 'tooLarge'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = decodeText(bytes)
  if (text.slice(0, 4_096).includes('\0')) return 'unknown'
  const isM3u = /\.m3u8?$/i.test(file.name) || /^\uFEFF?#EXTM3U/.test(text)
  const parsed = isM3u ? parseM3u(text) : parseJson(text)
  if (!parsed) return 'unknown'
  if (parsed.entries.length === 0) return 'empty'
  const name = parsed.name ?? file.name.replace(/\.(m3u8?|json)$/i, '')
  return { ...parsed, name: name.trim().slice(0, 100) || null }
}
