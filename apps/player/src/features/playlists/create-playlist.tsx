import { Button } from '@segue/ui'
import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { PlaylistForm } from './playlist-form.tsx'

const { playlists } = messages

/** The button that makes a new playlist, and leads to it. */
export function CreatePlaylist() {
  const navigate = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  const create = trpc.playlists.create.useMutation({
    async onSuccess(playlist) {
      queries.playlists.byId.setData({ id: playlist.id }, playlist)
      void queries.playlists.list.invalidate()
      setIsOpen(false)
      await navigate({ to: '/playlists/$id', params: { id: playlist.id } })
    },
  })
  return (
    <>
      <Button
        look="primary"
        onClick={() => {
          create.reset()
          setIsOpen(true)
        }}
      >
        <Plus aria-hidden className="size-4" />
        {playlists.create}
      </Button>
      <PlaylistForm
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={playlists.createTitle}
        submitLabel={playlists.createAction}
        isBusy={create.isPending}
        error={create.error}
        onSubmit={(values) => create.mutate(values)}
      />
    </>
  )
}
