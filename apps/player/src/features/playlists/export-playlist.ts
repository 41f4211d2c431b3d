import type { Playlist, PlaylistEntry } from '../../lib/playlist.ts'
import { saveFile } from '../../lib/save-file.ts'
import { api } from '../../lib/trpc.ts'
import { writeM3u } from './files/m3u.ts'
import type { FileEntry } from './files/playlist-file.ts'
import { writeJson } from './files/playlist-json.ts'

export type ExportFormat = 'm3u8' | 'json'

const types: Record<ExportFormat, string> = {
  m3u8: 'audio/x-mpegurl;charset=utf-8',
  json: 'application/json',
}

/** Gives the listener a playlist as a file, all of its entries. */
export async function exportPlaylist(playlist: Playlist, format: ExportFormat): Promise<void> {
  const { name, description } = playlist
  const file = { name, description, entries: await readEntries(playlist.id) }
  const text = format === 'json' ? writeJson(file, new Date()) : writeM3u(file)
  saveFile(`${fileName(name)}.${format}`, text, types[format])
}

async function readEntries(id: string): Promise<FileEntry[]> {
  const entries: FileEntry[] = []
  let cursor: string | undefined
  do {
    const page = await api.playlists.tracks.query({ id, limit: 100, cursor })
    entries.push(...page.items.map(toFileEntry))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return entries
}

function toFileEntry({ track }: PlaylistEntry): FileEntry {
  const { id, title, artist, album, durationMs } = track
  return { id, title, artist: artist.name, ...(album ? { album: album.title } : {}), durationMs }
}

function fileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]/g, '_').replaceAll(/^\.+/g, '') || 'playlist'
}
