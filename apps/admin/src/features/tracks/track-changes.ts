import type { RouterInputs } from '@segue/api'
import type { Track } from '../../lib/track.ts'

export type TrackChanges = Omit<RouterInputs['tracks']['update'], 'id'>

/** What can't be empty, what can, and what are numbers, by the names of a form's fields. */
const names = ['title', 'artist'] as const
const texts = ['album', 'albumArtist', 'genre'] as const
const numbers = ['year', 'trackNumber', 'discNumber'] as const

/** What the fields of a track's form begin with; nobody tells here who an album is by. */
export function fieldsOf(track: Track): Record<string, string> {
  return {
    title: track.title,
    artist: track.artist.name,
    album: track.album?.title ?? '',
    albumArtist: '',
    genre: track.genre ?? '',
    year: String(track.year ?? ''),
    trackNumber: String(track.trackNumber ?? ''),
    discNumber: String(track.discNumber ?? ''),
  }
}

/** What was changed in the form alone: two people at one track don't undo each other's work. */
export function changesOf(track: Track, form: FormData): TrackChanges {
  const before = fieldsOf(track)
  const changes: TrackChanges = {}
  const changed = (name: string) => {
    const text = String(form.get(name) ?? '').trim()
    return text === before[name] ? null : text
  }
  for (const name of names) {
    const text = changed(name)
    if (text !== null) changes[name] = text
  }
  for (const name of texts) {
    const text = changed(name)
    if (text !== null) changes[name] = text || null
  }
  for (const name of numbers) {
    const text = changed(name)
    if (text !== null) changes[name] = Number(text) || null
  }
  return changes
}
