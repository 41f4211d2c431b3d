import { Button, IconButton, Menu } from '@segue/ui'
import { Ellipsis, Pencil, Share2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from '../../lib/playlist.ts'
import { EditPlaylist } from './edit-playlist.tsx'
import { SharePlaylist } from './share-playlist.tsx'
import { useRemovePlaylist } from './use-remove-playlist.ts'

const { playlists } = messages

/** What its owner can do with a playlist as a whole. */
export function PlaylistControls({ playlist }: { playlist: Playlist }) {
  const [open, setOpen] = useState<'edit' | 'share' | null>(null)
  const remove = useRemovePlaylist()
  const windowOf = (name: typeof open) => ({
    playlist,
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? name : null),
  })
  return (
    <>
      <Button onClick={() => setOpen('share')}>
        <Share2 aria-hidden className="size-4" />
        {playlists.share}
      </Button>
      <Menu
        trigger={
          <IconButton label={messages.row.more(playlist.name)}>
            <Ellipsis aria-hidden className="size-5" />
          </IconButton>
        }
        items={[
          {
            label: playlists.edit,
            icon: <Pencil aria-hidden className="size-4 text-ink-faint" />,
            onSelect: () => setOpen('edit'),
          },
          {
            label: playlists.remove,
            icon: <Trash2 aria-hidden className="size-4" />,
            isDanger: true,
            onSelect: () => remove(playlist),
          },
        ]}
      />
      <EditPlaylist {...windowOf('edit')} />
      <SharePlaylist {...windowOf('share')} />
    </>
  )
}
