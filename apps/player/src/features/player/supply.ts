import type { RouterInputs } from '@segue/api'
import { askForList, type TrackList } from '../../lib/track-list.ts'
import { usePlayer } from './player-store.ts'
import { continueWith, upcomingCount } from './queue.ts'
import { withoutOldest } from './queue-order.ts'
import { nextSeed } from './shuffle.ts'

/** Where a list that is played comes from, and how what follows it is asked for. */
export interface PlayOrigin {
  /** What the history notes of it. */
  source?: RouterInputs['stream']['start']['source']
  /** What a listener knows it by, where that says more than the source. */
  from?: NonNullable<RouterInputs['queue']['save']['source']>
  /** The whole list, of which a part is played; without it, what is played is all there is. */
  list?: TrackList
  /** Where what follows that part begins; '' at the start of the list, null where it is over. */
  cursor?: string | null
  /** With '': what follows begins behind this track instead, in the list's own order. */
  after?: string
  /** The part does not begin with the first track of the list. */
  isPart?: boolean
}

/** An origin, and how far it was used. */
export interface Supply extends Omit<PlayOrigin, 'isPart'> {
  /** When the listener chose it, in milliseconds since 1970. */
  startedAt: number
  /** Tracks that stood in the queue before the list was shuffled: they don't come again. */
  except: readonly string[]
  /** The queue holds the list from its first track on: nothing was left out of it. */
  isWhole: boolean
}

const lowWater = 5

let pending: Supply | null = null

/** Lets the queue be filled up from there, and from nowhere else. */
export function supplyFrom({ isPart = false, ...origin }: PlayOrigin): void {
  usePlayer.setState({ supply: { ...origin, startedAt: Date.now(), except: [], isWhole: !isPart } })
}

/** Where what plays comes from, for the history. */
export function currentSource(): PlayOrigin['source'] {
  return usePlayer.getState().supply.source
}

/** Everything of the list is in the queue: it can be put into another order without the server. */
export function isWholly({ cursor, isWhole }: Supply): boolean {
  return isWhole && (cursor ?? null) === null
}

/** Asks for what follows the list before it runs out; where all is repeated, it begins anew. */
export async function topUp(): Promise<void> {
  const { queue, repeat, supply } = usePlayer.getState()
  if (upcomingCount(queue) >= lowWater || pending === supply) return
  const isOver = (supply.cursor ?? null) === null
  const beginsAnew = isOver && repeat === 'all' && !isWholly(supply)
  if (!supply.list || (isOver && !beginsAnew)) return
  const seed = beginsAnew && queue.seed !== null ? nextSeed(queue.seed) : queue.seed
  const place = beginsAnew ? {} : { cursor: supply.cursor ?? '', after: supply.after }
  pending = supply
  const page = await askForList(supply.list, { ...place, seed }).catch(() => null)
  pending = null
  if (!page || usePlayer.getState().supply !== supply) return
  const left = beginsAnew ? new Set<string>() : new Set(supply.except)
  const tracks = page.items.filter(({ id, available }) => available && !left.has(id))
  const except = beginsAnew ? [] : supply.except
  const trimmed = withoutOldest({ ...usePlayer.getState().queue, seed })
  const isWhole = supply.isWhole && !beginsAnew && trimmed.entries.length >= queue.entries.length
  usePlayer.setState({
    supply: { ...supply, cursor: page.nextCursor, after: undefined, except, isWhole },
    queue: continueWith(trimmed, tracks),
  })
  // A page of nothing that can be played is no end of the list.
  if (tracks.length < lowWater && page.nextCursor !== null) await topUp()
}
