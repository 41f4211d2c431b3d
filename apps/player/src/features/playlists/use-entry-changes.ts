import { showToast, withMoved } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { PlaylistEntry } from '../../lib/playlist.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { recount, showEntries, shownEntries } from './entries.ts'
import { inLots } from './in-lots.ts'
import { withRestored } from './restored.ts'

const { playlists } = messages

/**
 * What the owner does with the entries of a playlist. Each change is shown at once; where the server
 * refuses one, its own list comes back.
 */
export function useEntryChanges(id: string, entries: readonly PlaylistEntry[]) {
  const options = {
    // One after the other: a move says beside which entry, as the list is by then.
    scope: { id: `playlist ${id}` },
    onSuccess() {
      void queries.playlists.byId.invalidate({ id })
      void queries.playlists.list.invalidate()
    },
    onError(error: unknown) {
      void queries.playlists.byId.invalidate({ id })
      void queries.playlists.tracks.invalidate({ id })
      const detail = errorSentence(error)
      showToast({ title: playlists.notKept, detail, isProblem: true })
    },
  }
  const { mutate: move } = trpc.playlists.move.useMutation(options)
  const { mutate: remove } = trpc.playlists.removeTracks.useMutation(options)
  const { mutate: restore } = trpc.playlists.restoreEntries.useMutation(options)

  function putBack(before: readonly PlaylistEntry[], gone: readonly PlaylistEntry[]) {
    const entryIds = gone.map(({ entryId }) => entryId)
    showEntries(id, withRestored(shownEntries(id), before, new Set(entryIds)))
    recount(id, gone, 1)
    for (const some of inLots(entryIds)) restore({ id, entryIds: some })
  }

  return {
    /** Puts the entry at one place into another. */
    move(from: number, to: number) {
      const ordered = withMoved(entries, from, to)
      const moved = ordered[to]
      if (!moved || from === to) return
      showEntries(id, ordered)
      move({ id, entryIds: [moved.entryId], ...placeOf(ordered, to, 1) })
    },
    /** Takes entries out, and offers to put them back. */
    remove(gone: readonly PlaylistEntry[]) {
      const [first] = gone
      if (!first) return
      const entryIds = gone.map(({ entryId }) => entryId)
      const before = shownEntries(id)
      const isGone = new Set(entryIds)
      showEntries(
        id,
        before.filter(({ entryId }) => !isGone.has(entryId)),
      )
      recount(id, gone, -1)
      for (const some of inLots(entryIds)) remove({ id, entryIds: some })
      showToast({
        title:
          gone.length === 1
            ? playlists.entryRemoved(first.track.title)
            : playlists.entriesRemoved(gone.length),
        action: { label: playlists.undo, onSelect: () => putBack(before, gone) },
      })
    },
  }
}

/** Where entries stand now, beside one that is known: what follows the last one may not be. */
function placeOf(ordered: readonly PlaylistEntry[], first: number, count: number) {
  const next = ordered[first + count]
  if (next) return { beforeEntryId: next.entryId }
  const previous = ordered[first - 1]
  return { beforeEntryId: null, ...(previous ? { afterEntryId: previous.entryId } : {}) }
}
