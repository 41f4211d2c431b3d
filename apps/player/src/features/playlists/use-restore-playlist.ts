import { showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'

export interface RestorePlaylist {
  isPending: boolean
  restore(id: string, onRestored?: () => void): void
}

/** Brings deleted playlists back, and says so. */
export function useRestorePlaylist(): RestorePlaylist {
  const { playlists } = messages
  const { isPending, mutate } = trpc.playlists.restore.useMutation({
    onSettled() {
      void queries.playlists.list.invalidate()
      void queries.playlists.deleted.invalidate()
    },
    onError: (error) =>
      showToast({ title: playlists.notKept, detail: errorSentence(error), isProblem: true }),
    onSuccess(playlist) {
      queries.playlists.byId.setData({ id: playlist.id }, playlist)
      queries.playlists.deleted.setData(undefined, (kept) =>
        kept?.filter(({ id }) => id !== playlist.id),
      )
      showToast({ title: playlists.restored(playlist.name) })
    },
  })
  return { isPending, restore: (id, onRestored) => mutate({ id }, { onSuccess: onRestored }) }
}
