import type { Rows } from '@segue/ui'
import type { Track } from '../../lib/track.ts'

export interface OnlyTrack {
  track: Track
}

const known = new WeakMap<Track, OnlyTrack>()

/** Tracks as rows that are nothing else; a track is the same row every time. */
export function asTrackRows(tracks: Rows<Track>): Rows<OnlyTrack> {
  return {
    length: tracks.length,
    at(index) {
      const track = tracks.at(index)
      return track && rowOf(track)
    },
    show: tracks.show && ((first, last) => tracks.show?.(first, last)),
  }
}

/** The tracks of rows that stand for some. */
export function tracksOf(rows: Rows<OnlyTrack>): Rows<Track> {
  return { length: rows.length, at: (index) => rows.at(index)?.track }
}

/** A track as the row it always is. */
export function rowOf(track: Track): OnlyTrack {
  const row = known.get(track) ?? { track }
  known.set(track, row)
  return row
}
