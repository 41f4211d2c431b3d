import { showToast, withMoved } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { PlaylistEntry } from '../../lib/playlist.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { showEntries } from './entries.ts'

/**
 * What the owner does with the entries of a playlist. Each change is shown at once; where the server
 * refuses one, its own list comes back.
 */
export function useEntryChanges(id: string, entries: readonly PlaylistEntry[]) {
  const options = {
    // One after the other: a move says before which entry, as the list is by then.
    scope: { id: `playlist ${id}` },
    onSuccess() {
      void queries.playlists.byId.invalidate({ id })
      void queries.playlists.list.invalidate()
    },
    onError(error: unknown) {
      void queries.playlists.tracks.invalidate({ id })
      const detail = errorSentence(error)
      showToast({ title: messages.playlists.notKept, detail, isProblem: true })
    },
  }
  const { mutate: move } = trpc.playlists.move.useMutation(options)
  const { mutate: remove } = trpc.playlists.removeTracks.useMutation(options)
  return {
    /** Puts the entry at one place into another. */
    move(from: number, to: number) {
      const ordered = withMoved(entries, from, to)
      const moved = ordered[to]
      if (!moved) return
      showEntries(id, ordered)
      const beforeEntryId = ordered[to + 1]?.entryId ?? null
      move({ id, entryIds: [moved.entryId], beforeEntryId })
    },
    /** Takes an entry out. */
    remove({ entryId }: PlaylistEntry) {
      showEntries(
        id,
        entries.filter((entry) => entry.entryId !== entryId),
      )
      remove({ id, entryIds: [entryId] })
    },
  }
}
