import { IconButton, Menu } from '@segue/ui'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, ExternalLink, Pencil, Trash2, User } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import type { Playlist } from './playlist-columns.tsx'
import { words } from './words.ts'

export interface PlaylistMenuProps {
  playlist: Playlist
  onEdit(): void
  onRemove(): void
}

/** What can be done with one playlist. */
export function PlaylistMenu({ playlist, onEdit, onRemove }: PlaylistMenuProps) {
  const navigate = useNavigate()
  const { name, owner, slug } = playlist
  return (
    <Menu
      trigger={
        <IconButton label={words.more(name, owner.nickname)} size="sm">
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
      items={[
        {
          label: words.edit,
          icon: <Pencil aria-hidden className="size-4 text-ink-faint" />,
          onSelect: onEdit,
        },
        {
          label: words.openPage,
          icon: <ExternalLink aria-hidden className="size-4 text-ink-faint" />,
          isDisabled: slug === null,
          onSelect: () => window.open(`/p/${slug}`, '_blank', 'noopener'),
        },
        {
          label: messages.list.ofListener(owner.nickname),
          icon: <User aria-hidden className="size-4 text-ink-faint" />,
          onSelect: () => void navigate({ to: '/playlists', search: { user: owner.id } }),
        },
        {
          label: messages.list.remove,
          icon: <Trash2 aria-hidden className="size-4" />,
          isDanger: true,
          onSelect: onRemove,
        },
      ]}
    />
  )
}
