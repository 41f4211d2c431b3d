import { showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { takeBack } from './add-tracks.ts'

const { playlists } = messages

export interface Added {
  playlist: Playlist
  entryIds: readonly string[]
  /** How many were to go in: the others were there already. */
  asked: number
  /** Puts what was moved back to where it came from. */
  putBack?: () => void
}

/** Says that tracks went into a playlist, with the way to take them out again. */
export function sayAdded({ playlist, entryIds, asked, putBack }: Added): void {
  const skipped = asked - entryIds.length
  showToast({
    title: putBack
      ? playlists.movedToPlaylist(asked, playlist.name)
      : skipped > 0
        ? playlists.addedSome(entryIds.length, skipped, playlist.name)
        : playlists.added(playlist.name),
    action: {
      label: playlists.undo,
      onSelect() {
        putBack?.()
        takeBack(playlist, entryIds).catch((error: unknown) =>
          showToast({
            title: playlists.notKept,
            detail: errorSentence(error),
            isProblem: true,
          }),
        )
      },
    },
  })
}
