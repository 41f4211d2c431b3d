import type { Track } from '../../lib/track.ts'
import { currentEntry, type Queue } from './queue.ts'
import type { PlaybackSettings } from './settings.ts'

type Placed = Pick<Track, 'album' | 'durationMs'>

/**
 * How long one track fades into the next, in seconds; 0: it follows without a seam. No fade is
 * longer than half of either track.
 */
export function crossfadeBetween(
  current: Placed,
  next: Placed,
  { crossfadeSeconds, crossfadesAlbums }: PlaybackSettings,
): number {
  if (isSameAlbum(current, next) && !crossfadesAlbums) return 0
  const shorter = Math.min(current.durationMs, next.durationMs) / 1000
  return Math.min(crossfadeSeconds, shorter / 2)
}

/** Whether what stands beside the current entry, before or behind, is of its album. */
export function isAmidAlbum(queue: Queue<Track>): boolean {
  const current = currentEntry(queue)?.item
  if (!current) return false
  const beside = [queue.entries[queue.position - 1], queue.entries[queue.position + 1]]
  return beside.some((entry) => entry !== undefined && isSameAlbum(current, entry.item))
}

function isSameAlbum(one: Placed, other: Placed): boolean {
  return one.album !== null && one.album.id === other.album?.id
}
