import { showToast } from '@segue/ui'
import { useRouter } from '@tanstack/react-router'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { queries, trpc } from '../../lib/trpc.ts'

const { playlists } = messages

/**
 * Deletes a playlist: it goes out of sight and off the server at once, and the listener is offered
 * to have it back as it was.
 */
export function useRemovePlaylist(): (playlist: Playlist) => void {
  const router = useRouter()
  const options = {
    onSettled: () => void queries.playlists.list.invalidate(),
    onError: (error: unknown) =>
      showToast({ title: playlists.notKept, detail: errorSentence(error), isProblem: true }),
  }
  const remove = trpc.playlists.remove.useMutation(options)
  const restore = trpc.playlists.restore.useMutation({
    ...options,
    onSuccess(playlist) {
      queries.playlists.byId.setData({ id: playlist.id }, playlist)
      showToast({ title: playlists.restored(playlist.name) })
    },
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
        onSelect: () => void removal.then(() => restore.mutate({ id })).catch(() => undefined),
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
