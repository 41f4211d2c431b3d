import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { PlaylistForm } from './playlist-form.tsx'

const { playlists } = messages

export interface EditPlaylistProps {
  playlist: Playlist
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
}

/** Renames a playlist and describes it anew. */
export function EditPlaylist({ playlist, isOpen, onOpenChange }: EditPlaylistProps) {
  const update = trpc.playlists.update.useMutation({
    onSuccess(changed) {
      queries.playlists.byId.setData({ id: changed.id }, changed)
      void queries.playlists.list.invalidate()
      void queries.playlists.shared.invalidate()
      onOpenChange(false)
    },
  })
  return (
    <PlaylistForm
      isOpen={isOpen}
      onOpenChange={(isOpen) => {
        update.reset()
        onOpenChange(isOpen)
      }}
      title={playlists.editTitle}
      submitLabel={playlists.save}
      name={playlist.name}
      description={playlist.description}
      isBusy={update.isPending}
      error={update.error}
      onSubmit={(values) => update.mutate({ id: playlist.id, ...values })}
    />
  )
}
