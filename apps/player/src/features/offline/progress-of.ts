import { messages } from '../../lib/messages.ts'
import type { Hold, Keeping } from '../../lib/offline/kept.ts'

/** How far something that is to be kept has come, and why no further. */
export function progressOf({ doneTracks, allTracks }: Keeping, hold: Hold | null): string {
  const { offline } = messages
  const progress = offline.progress(doneTracks, allTracks)
  return hold === null ? progress : `${progress} · ${offline.holds[hold]}`
}
