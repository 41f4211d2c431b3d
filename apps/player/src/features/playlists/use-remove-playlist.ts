import { showToast } from '@segue/ui'
import { useRouter } from '@tanstack/react-router'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { useRestorePlaylist } from './use-restore-playlist.ts'

const { playlists } = messages

/**
 * Deletes a playlist: it goes out of sight and off the server at once, and the listener is offered
 * to have it back as it was.
 */
export function useRemovePlaylist(): (playlist: Playlist) => void {
  const router = useRouter()
  const { restore } = useRestorePlaylist()
  const remove = trpc.playlists.remove.useMutation({
    onSettled() {
      void queries.playlists.list.invalidate()
      void queries.playlists.deleted.invalidate()
    },
    onError: (error) =>
      showToast({ title: playlists.notKept, detail: errorSentence(error), isProblem: true }),
  })
  return (playlist) => {
    const { id, name } = playlist
    hide(playlist)
    void router.navigate({ to: '/playlists', replace: true })
    // Only what the server has taken can be taken back.
    const removal = remove.mutateAsync({ id })
    removal.catch(() => undefined)
    showToast({
      title: playlists.removed(name),
      action: {
        label: playlists.undo,
        onSelect: () => void removal.then(() => restore(id)).catch(() => undefined),
      },
    })
  }
}

function hide({ id }: Playlist): void {
  void queries.playlists.list.cancel()
  queries.playlists.list.setInfiniteData(
    {},
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.filter((each) => each.id !== id),
        })),
      },
  )
}
