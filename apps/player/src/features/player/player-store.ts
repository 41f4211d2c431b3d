import { create } from 'zustand'
import type { Track } from '../../lib/track.ts'
import type { Supply } from './supply.ts'
import { currentEntry, emptyQueue, type Queue, type Repeat } from './queue.ts'

export interface PlayerState {
  queue: Queue<Track>
  /** Where it comes from and how it goes on. */
  supply: Supply
  /** What is played comes in an order of chance. */
  isShuffled: boolean
  repeat: Repeat
  /** The listener wants to hear it: the button shows a pause. */
  isPlaying: boolean
  /** Wanted, but nothing comes out yet. */
  isWaiting: boolean
  positionSeconds: number
  durationSeconds: number
  /** 0 to 1. */
  volume: number
  isMuted: boolean
  /** Taken off the volume while the sleep timer runs out: 1 is nothing, 0 all of it. */
  fade: number
  /** The music stops at the end of what plays, and the next track waits. */
  stopsAfterTrack: boolean
}

/** What the views of the player show. Written by `playback`, `queue-commands`, `volume`, `sleep-timer`. */
export const usePlayer = create<PlayerState>(() => ({
  queue: emptyQueue(),
  supply: { startedAt: 0, except: [], isWhole: true },
  isShuffled: false,
  repeat: 'off',
  isPlaying: false,
  isWaiting: false,
  positionSeconds: 0,
  durationSeconds: 0,
  volume: 0.8,
  isMuted: false,
  fade: 1,
  stopsAfterTrack: false,
}))

export function useCurrentTrack(): Track | undefined {
  return usePlayer((state) => currentEntry(state.queue)?.item)
}

/** Shows this queue at that second of its current entry: in silence, unless it is wanted to play. */
export function standAt(queue: Queue<Track>, positionSeconds: number, isWanted = false): void {
  const track = currentEntry(queue)?.item
  const isPlaying = isWanted && track !== undefined
  const durationSeconds = (track?.durationMs ?? 0) / 1000
  usePlayer.setState({ queue, positionSeconds, durationSeconds, isPlaying, isWaiting: isPlaying })
}
