import { usePlayer } from './player-store.ts'

const key = 'segue.volume'
const mutedKey = 'segue.muted'
const usual = 0.8

let lastAudible = usual

/** The volume of the last visit, 0 to 1. */
export function storedVolume(): number {
  const stored = Number(readStored(key) ?? usual)
  const volume = stored >= 0 && stored <= 1 ? stored : usual
  if (volume > 0) lastAudible = volume
  return volume
}

/** Whether it was muted at the end of the last visit. */
export function storedMute(): boolean {
  return readStored(mutedKey) === 'true'
}

/** Sets the volume as a hand on the slider does. */
export function setVolume(volume: number): void {
  usePlayer.setState({ volume, isMuted: false })
  store(mutedKey, 'false')
}

/** Keeps the volume that the hand came to rest at, also for the next visit. */
export function keepVolume(volume: number): void {
  if (volume > 0) lastAudible = volume
  store(key, String(volume))
}

/** Moves the volume by so much, from silence where it is muted, and keeps it. */
export function turnVolume(by: number): void {
  const { volume, isMuted } = usePlayer.getState()
  const turned = Math.round(((isMuted ? 0 : volume) + by) * 100) / 100
  const to = Math.min(Math.max(turned, 0), 1)
  setVolume(to)
  keepVolume(to)
}

/** Silence, or back to the last volume that could be heard. */
export function toggleMute(): void {
  usePlayer.setState(({ isMuted, volume }) =>
    volume === 0 ? { isMuted: false, volume: lastAudible } : { isMuted: !isMuted },
  )
  store(mutedKey, String(usePlayer.getState().isMuted))
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Where the browser keeps nothing the volume lasts as long as the page.
  }
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
