import { create } from 'zustand'

const key = 'segue.playback'

export const longestCrossfadeSeconds = 12
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const
export const loudnessModes = ['off', 'track', 'album', 'auto'] as const

export type LoudnessMode = (typeof loudnessModes)[number]

/** How a listener wants to hear music on this device. */
export interface PlaybackSettings {
  /** How long one track fades into the next, 0 to 12. */
  crossfadeSeconds: number
  /** Also between consecutive tracks of one album, which belong together as they are. */
  crossfadesAlbums: boolean
  /** What is brought to one loudness: single tracks, whole albums, or whichever is played. */
  loudness: LoudnessMode
  /** 1 as recorded. */
  speed: number
  /** Where it sounds, by the browser's own name for it; empty: wherever everything else does. */
  outputDeviceId: string
}

export const usualSettings: PlaybackSettings = {
  crossfadeSeconds: 0,
  crossfadesAlbums: false,
  loudness: 'auto',
  speed: 1,
  outputDeviceId: '',
}

/** The settings of this device. */
export const usePlaybackSettings = create<PlaybackSettings>(() => parseSettings(readStored()))

/** Changes one of them, also for later visits. */
export function changeSettings(changed: Partial<PlaybackSettings>): void {
  usePlaybackSettings.setState(changed)
  try {
    localStorage.setItem(key, JSON.stringify(usePlaybackSettings.getState()))
  } catch {
    // Where the browser keeps nothing they last as long as the page.
  }
}

/** What was stored, with the usual in the place of what makes no sense. */
export function parseSettings(stored: string | null): PlaybackSettings {
  const found = parseObject(stored)
  const { crossfadeSeconds, crossfadesAlbums, loudness, speed, outputDeviceId } = found
  return {
    crossfadeSeconds: isBetween(crossfadeSeconds, 0, longestCrossfadeSeconds)
      ? crossfadeSeconds
      : usualSettings.crossfadeSeconds,
    crossfadesAlbums:
      typeof crossfadesAlbums === 'boolean' ? crossfadesAlbums : usualSettings.crossfadesAlbums,
    loudness: loudnessModes.find((mode) => mode === loudness) ?? usualSettings.loudness,
    speed: speeds.find((known) => known === speed) ?? usualSettings.speed,
    outputDeviceId:
      typeof outputDeviceId === 'string' ? outputDeviceId : usualSettings.outputDeviceId,
  }
}

function parseObject(stored: string | null): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}')
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}

function readStored(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
