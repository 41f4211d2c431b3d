import type { Shortcut } from './keyboard.ts'
import { cycleRepeat, toggleShuffle } from './modes.ts'
import { next, previous, seek, toggle } from './playback.ts'
import { usePlayer } from './player-store.ts'
import { currentEntry } from './queue.ts'
import { keepVolume, setVolume, toggleMute } from './volume.ts'

const stepSeconds = 5
const volumeStep = 0.05

/** What the player itself does about a shortcut. */
const steers: Partial<Record<Shortcut, (key: string) => void>> = {
  toggle,
  previous,
  next,
  back: () => seekBy(-stepSeconds),
  forward: () => seekBy(stepSeconds),
  tenth: (key) => seek((usePlayer.getState().durationSeconds * Number(key)) / 10),
  louder: () => changeVolume(volumeStep),
  quieter: () => changeVolume(-volumeStep),
}

/** What it does also while the queue is empty. */
const settings: Partial<Record<Shortcut, () => void>> = {
  mute: toggleMute,
  shuffle: toggleShuffle,
  repeat: cycleRepeat,
}

/**
 * Does what a shortcut asks of the player.
 * @param key the key that was pressed
 * @returns false where it is not the player's, or nothing is there to be steered
 */
export function steer(shortcut: Shortcut, key: string): boolean {
  const hasTrack = currentEntry(usePlayer.getState().queue) !== undefined
  const act = settings[shortcut] ?? (hasTrack ? steers[shortcut] : undefined)
  if (!act) return false
  act(key)
  return true
}

function seekBy(seconds: number): void {
  const { positionSeconds, durationSeconds } = usePlayer.getState()
  seek(Math.min(Math.max(positionSeconds + seconds, 0), durationSeconds))
}

function changeVolume(by: number): void {
  const { volume, isMuted } = usePlayer.getState()
  const from = isMuted ? 0 : volume
  // Steps end on round figures, however the volume was set before.
  const to = Math.min(Math.max(Math.round((from + by) * 20) / 20, 0), 1)
  setVolume(to)
  keepVolume(to)
}
