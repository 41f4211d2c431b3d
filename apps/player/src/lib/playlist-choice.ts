import { create } from 'zustand'
import type { Playlist } from './playlist.ts'
import type { Track } from './track.ts'

/** How tracks leave where they are once they are in another playlist. */
export interface Moving {
  /** @returns puts them back */
  takeOut(): () => void
}

/** A playlist that was chosen already, and how many of the tracks are in it: only they are asked about. */
export interface Chosen {
  playlist: Playlist
  count: number
}

interface PlaylistChoice {
  isOpen: boolean
  /** What is to go into a playlist that the listener chooses; stays while the question closes. */
  tracks: readonly Track[]
  /** null: they stay where they are, too. */
  moving: Moving | null
  chosen: Chosen | null
}

/** The question "into which playlist?": asked from any list, answered in the shell's dialog. */
export const usePlaylistChoice = create<PlaylistChoice>(() => ({
  isOpen: false,
  tracks: [],
  moving: null,
  chosen: null,
}))

/** Asks into which playlist these tracks go, to stay where they are as well or to be moved. */
export function choosePlaylistFor(tracks: readonly Track[], moving: Moving | null = null): void {
  usePlaylistChoice.setState({ isOpen: true, tracks, moving, chosen: null })
}

/** Asks about those tracks alone that are in the chosen playlist already. */
export function askAboutDuplicates(tracks: readonly Track[], chosen: Chosen): void {
  usePlaylistChoice.setState({ isOpen: true, tracks, moving: null, chosen })
}

/** Takes the question back. */
export function endPlaylistChoice(): void {
  usePlaylistChoice.setState({ isOpen: false })
}
