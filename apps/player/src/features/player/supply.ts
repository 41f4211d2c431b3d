import type { RouterInputs } from '@segue/api'
import type { Track } from '../../lib/track.ts'
import { usePlayer } from './player-store.ts'
import { continueWith, upcomingCount } from './queue.ts'

/** Where a list that is played comes from, and how to get what follows it. */
export interface PlayOrigin {
  source?: RouterInputs['stream']['start']['source']
  /** The next tracks of the list; none when it is over. */
  more?: () => Promise<readonly Track[]>
}

const lowWater = 5

let origin: PlayOrigin = {}

/** Lets the queue be filled up from there, and from nowhere else. */
export function supplyFrom(from: PlayOrigin): void {
  origin = from
}

/** Where what plays comes from. */
export function currentSource(): PlayOrigin['source'] {
  return origin.source
}

/** Asks for what follows the list before it runs out. */
export async function topUp(): Promise<void> {
  const asked = origin
  if (!asked.more || upcomingCount(usePlayer.getState().queue) >= lowWater) return
  const tracks = await asked.more().catch(() => [])
  if (asked !== origin || tracks.length === 0) return
  usePlayer.setState(({ queue }) => ({ queue: continueWith(queue, tracks) }))
}
