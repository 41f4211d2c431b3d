import { usePlayer } from './player-store.ts'

const key = 'segue.volume'
const usual = 0.8

let lastAudible = usual

/** The volume of the last visit, 0 to 1. */
export function storedVolume(): number {
  const stored = Number(readStored() ?? usual)
  const volume = stored >= 0 && stored <= 1 ? stored : usual
  if (volume > 0) lastAudible = volume
  return volume
}

/** Sets the volume as a hand on the slider does. */
export function setVolume(volume: number): void {
  usePlayer.setState({ volume, isMuted: false })
}

/** Keeps the volume that the hand came to rest at, also for the next visit. */
export function keepVolume(volume: number): void {
  if (volume > 0) lastAudible = volume
  try {
    localStorage.setItem(key, String(volume))
  } catch {
    // Where the browser keeps nothing the volume lasts as long as the page.
  }
}

/** Silence, or back to the last volume that could be heard. */
export function toggleMute(): void {
  usePlayer.setState(({ isMuted, volume }) =>
    volume === 0 ? { isMuted: false, volume: lastAudible } : { isMuted: !isMuted },
  )
}

function readStored(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
