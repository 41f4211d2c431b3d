import { create } from 'zustand'
import type { Track } from './track.ts'

interface TrackDetails {
  isOpen: boolean
  /** Which track it is about; stays while the window closes. */
  track: Track | null
}

/** The window with all that is known of a track: asked for from any list, shown by the shell. */
export const useTrackDetails = create<TrackDetails>(() => ({ isOpen: false, track: null }))

export function showTrackDetails(track: Track): void {
  useTrackDetails.setState({ isOpen: true, track })
}

export function closeTrackDetails(): void {
  useTrackDetails.setState({ isOpen: false })
}
