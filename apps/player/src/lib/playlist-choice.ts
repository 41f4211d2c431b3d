import { create } from 'zustand'
import type { Track } from './track.ts'

interface PlaylistChoice {
  isOpen: boolean
  /** What is to go into a playlist that the listener chooses; stays while the question closes. */
  tracks: readonly Track[]
}

/** The question "into which playlist?": asked from any list, answered in the shell's dialog. */
export const usePlaylistChoice = create<PlaylistChoice>(() => ({ isOpen: false, tracks: [] }))

/** Asks into which playlist these tracks go. */
export function choosePlaylistFor(tracks: readonly Track[]): void {
  usePlaylistChoice.setState({ isOpen: true, tracks })
}

/** Takes the question back. */
export function endPlaylistChoice(): void {
  usePlaylistChoice.setState({ isOpen: false })
}
