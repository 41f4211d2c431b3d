import type { Track } from './track.entity.ts'

/** A removed track plays for nobody; a link given out before works until it expires. */
export function canStream(track: Pick<Track, 'removedAt'>): boolean {
  return track.removedAt === null
}
