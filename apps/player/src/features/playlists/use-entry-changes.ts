import { showToast, withMoved } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { PlaylistEntry } from '../../lib/playlist.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { entriesInput, recount, showEntries, shownEntries } from './entries.ts'
import { withGroupAfter } from './group-moved.ts'
import { inLots } from './in-lots.ts'
import { withRestored } from './restored.ts'

const { playlists } = messages

/** What the owner does with the entries of a playlist; each is shown at once. */
export interface EntryChanges {
  /** Puts the entry at one place into another. */
  move(from: number, to: number): void
  /** Puts entries side by side behind another one; null: first. */
  moveGroup(group: readonly PlaylistEntry[], after: string | null): void
  /** Puts entries behind all others, those too that have not come yet. */
  moveToEnd(group: readonly PlaylistEntry[]): void
  /** Takes entries out, and offers to put them back. */
  remove(gone: readonly PlaylistEntry[]): void
  /**
   * Takes entries out without a word.
   * @returns puts them back
   */
  takeOut(gone: readonly PlaylistEntry[]): () => void
}

/** The changes of a playlist's entries; where the server refuses one, its own list comes back. */
export function useEntryChanges(id: string): EntryChanges {
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

  function takeOut(gone: readonly PlaylistEntry[]) {
    const before = shownEntries(id)
    const entryIds = idsOf(gone)
    showEntries(id, without(before, entryIds))
    recount(id, gone, -1)
    for (const some of inLots(entryIds)) remove({ id, entryIds: some })
    return () => {
      showEntries(id, withRestored(shownEntries(id), before, new Set(entryIds)))
      recount(id, gone, 1)
      for (const some of inLots(entryIds)) restore({ id, entryIds: some })
    }
  }

  return {
    move(from, to) {
      const ordered = withMoved(shownEntries(id), from, to)
      const moved = ordered[to]
      if (!moved || from === to) return
      showEntries(id, ordered)
      move({ id, entryIds: [moved.entryId], ...besides(ordered, to, 1) })
    },
    moveGroup(group, after) {
      const ordered = withGroupAfter(shownEntries(id), new Set(idsOf(group)), after)
      showEntries(id, ordered)
      let first = after === null ? 0 : ordered.findIndex(({ entryId }) => entryId === after) + 1
      for (const entryIds of inLots(idsOf(group))) {
        move({ id, entryIds, ...besides(ordered, first, group.length) })
        first += entryIds.length
      }
    },
    moveToEnd(group) {
      const isAll = !queries.playlists.tracks.getInfiniteData(entriesInput(id))?.pages.at(-1)
        ?.nextCursor
      const rest = without(shownEntries(id), idsOf(group))
      showEntries(id, isAll ? [...rest, ...group] : rest)
      for (const entryIds of inLots(idsOf(group))) move({ id, entryIds, beforeEntryId: null })
    },
    remove(gone) {
      const [first] = gone
      if (!first) return
      const putBack = takeOut(gone)
      showToast({
        title:
          gone.length === 1
            ? playlists.entryRemoved(first.track.title)
            : playlists.entriesRemoved(gone.length),
        action: { label: playlists.undo, onSelect: putBack },
      })
    },
    takeOut,
  }
}

function idsOf(entries: readonly PlaylistEntry[]): string[] {
  return entries.map(({ entryId }) => entryId)
}

function without(entries: readonly PlaylistEntry[], ids: readonly string[]): PlaylistEntry[] {
  const gone = new Set(ids)
  return entries.filter(({ entryId }) => !gone.has(entryId))
}

/** Where entries stand now, beside one that is known: what follows the last one may not be. */
function besides(ordered: readonly PlaylistEntry[], first: number, count: number) {
  const previous = ordered[first - 1]
  if (previous) return { beforeEntryId: null, afterEntryId: previous.entryId }
  return { beforeEntryId: ordered[first + count]?.entryId ?? null }
}
