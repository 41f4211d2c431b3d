import { ConfirmDialog, showToast } from '@segue/ui'
import { useNavigate } from '@tanstack/react-router'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { queries, trpc } from '../../lib/trpc.ts'

const { playlists } = messages

export interface RemovePlaylistProps {
  playlist: Playlist
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
}

/** Deletes a playlist once that is confirmed, and leads back to the others. */
export function RemovePlaylist({ playlist, isOpen, onOpenChange }: RemovePlaylistProps) {
  const navigate = useNavigate()
  const remove = trpc.playlists.remove.useMutation({
    async onSuccess() {
      showToast({ title: playlists.removed(playlist.name) })
      void queries.playlists.list.invalidate()
      await navigate({ to: '/playlists', replace: true })
    },
  })
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={(isOpen) => {
        remove.reset()
        onOpenChange(isOpen)
      }}
      title={playlists.removeTitle(playlist.name)}
      detail={playlists.removeDetail}
      confirmLabel={playlists.remove}
      cancelLabel={messages.cancel}
      isDanger
      isBusy={remove.isPending}
      error={remove.error ? errorSentence(remove.error) : undefined}
      onConfirm={() => remove.mutate({ id: playlist.id })}
    />
  )
}
