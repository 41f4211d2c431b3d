import { create } from 'zustand'
import type { Track } from './track.ts'

/** How tracks leave where they are once they are in another playlist. */
export interface Moving {
  /** @returns puts them back */
  takeOut(): () => void
}

interface PlaylistChoice {
  isOpen: boolean
  /** What is to go into a playlist that the listener chooses; stays while the question closes. */
  tracks: readonly Track[]
  /** null: they stay where they are, too. */
  moving: Moving | null
}

/** The question "into which playlist?": asked from any list, answered in the shell's dialog. */
export const usePlaylistChoice = create<PlaylistChoice>(() => ({
  isOpen: false,
  tracks: [],
  moving: null,
}))

/** Asks into which playlist these tracks go, to stay where they are as well or to be moved. */
export function choosePlaylistFor(tracks: readonly Track[], moving: Moving | null = null): void {
  usePlaylistChoice.setState({ isOpen: true, tracks, moving })
}

/** Takes the question back. */
export function endPlaylistChoice(): void {
  usePlaylistChoice.setState({ isOpen: false })
}
