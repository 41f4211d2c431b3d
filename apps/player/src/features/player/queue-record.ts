import type { RouterInputs, RouterOutputs } from '@segue/api'
import type { Track } from '../../lib/track.ts'
import type { PlayerState } from './player-store.ts'
import { queueOf, type Queue, type QueueEntry } from './queue.ts'
import type { PlayOrigin, Supply } from './supply.ts'

/** What of the player outlives the page. */
export type KeptPlayer = Pick<PlayerState, 'queue' | 'supply' | 'repeat' | 'isShuffled'>

type Saved = Pick<
  RouterInputs['queue']['save'],
  'trackIds' | 'added' | 'position' | 'repeat' | 'seed' | 'source' | 'rest'
>

/** So many entries the server keeps, and so many of them above the current one. */
const windowSize = 1_000
const windowAbove = 100

/** The part of a queue that the server keeps. */
export function windowOf({ entries, position }: Queue<unknown>): { start: number; end: number } {
  const start = Math.max(position - windowAbove, 0)
  return { start, end: Math.min(start + windowSize, entries.length) }
}

/** A queue as the server keeps it: a window of it, and how it goes on. */
export function savedQueue({ queue, supply, repeat }: KeptPlayer): Saved {
  const { start, end } = windowOf(queue)
  const kept = queue.entries.slice(start, end)
  const isCut = end < queue.entries.length
  return {
    trackIds: kept.map(({ item }) => item.id),
    added: kept.flatMap(({ isAdded }, index) => (isAdded ? [index] : [])),
    position: Math.max(queue.position - start, 0),
    repeat,
    seed: queue.seed,
    source: supply.from ?? nameless(supply.source),
    rest: isCut ? restBehind(queue, supply, kept) : restOf(supply),
  }
}

/** The queue that the server kept, with keys from that number on. */
export function restoredPlayer(
  kept: NonNullable<RouterOutputs['queue']['get']>,
  keysFrom: number,
): KeptPlayer {
  const { tracks, position, seed, source, rest, repeat } = kept
  const added = new Set(kept.added)
  const queue = queueOf(tracks, position, keysFrom)
  const entries = queue.entries.map((entry, index) => ({
    ...entry,
    ...(added.has(index) && { isAdded: true }),
    ...(index < position && { wasPlayed: true }),
  }))
  const origin = { source: heardFrom(source), from: source ?? undefined }
  const supply: Supply = {
    ...origin,
    ...rest,
    startedAt: Date.now(),
    except: rest?.except ?? [],
    isWhole: rest === null,
  }
  const isShuffled = seed !== null && source?.kind !== 'radio'
  return { queue: { ...queue, entries, seed }, supply, repeat, isShuffled }
}

function restOf({ list, cursor = null, after, except }: Supply): Saved['rest'] {
  return list ? { list, cursor, except: [...except], ...(after !== undefined && { after }) } : null
}

/** How a queue goes on that was cut: behind the last track that is kept, where that can be said. */
function restBehind(
  { seed }: Queue<Track>,
  { list }: Supply,
  kept: readonly QueueEntry<Track>[],
): Saved['rest'] {
  const last = kept.findLast(({ isAdded }) => !isAdded)
  if (!list || !last || seed !== null) return null
  return { list, cursor: '', after: last.item.id, except: [] }
}

function nameless(source: PlayOrigin['source']): Saved['source'] {
  if (!source || source.kind === 'queue') return null
  return { ...source, kind: source.kind }
}

/** What the history notes of it. */
function heardFrom(source: Saved['source']): PlayOrigin['source'] {
  if (!source) return undefined
  const { kind, id } = source
  if (kind === 'tracks' || kind === 'artist' || kind === 'genre') return undefined
  return { kind, ...(id !== undefined && { id }) }
}
