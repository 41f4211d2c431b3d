import { usePlayer } from './player-store.ts'

const key = 'segue.volume'

/** The volume of the last visit, 0 to 1. */
export function storedVolume(): number {
  const stored = Number(globalThis.localStorage?.getItem(key) ?? 0.8)
  return stored >= 0 && stored <= 1 ? stored : 0.8
}

/** Sets the volume and keeps it for the next visit. */
export function setVolume(volume: number): void {
  usePlayer.setState({ volume, isMuted: false })
  localStorage.setItem(key, String(volume))
}

/** Silence, or back to the volume from before. */
export function toggleMute(): void {
  usePlayer.setState(({ isMuted }) => ({ isMuted: !isMuted }))
}
