import { useNavigate } from '@tanstack/react-router'
import { messages } from '../../lib/messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { PlaylistForm } from './playlist-form.tsx'

const { playlists } = messages

export interface NewPlaylistProps {
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
}

/** Asks for the name of a new playlist, makes it and leads to it. */
export function NewPlaylist({ isOpen, onOpenChange }: NewPlaylistProps) {
  const navigate = useNavigate()
  const create = trpc.playlists.create.useMutation({
    async onSuccess(playlist) {
      queries.playlists.byId.setData({ id: playlist.id }, playlist)
      void queries.playlists.list.invalidate()
      onOpenChange(false)
      await navigate({ to: '/playlists/$id', params: { id: playlist.id } })
    },
  })
  return (
    <PlaylistForm
      isOpen={isOpen}
      onOpenChange={(wanted) => {
        if (!wanted) create.reset()
        onOpenChange(wanted)
      }}
      title={playlists.createTitle}
      submitLabel={playlists.createAction}
      isBusy={create.isPending}
      error={create.error}
      onSubmit={(values) => create.mutate(values)}
    />
  )
}
