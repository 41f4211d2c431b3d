import { IconButton, Menu } from '@segue/ui'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Heart, History, Pencil, Trash2, Undo2 } from 'lucide-react'
import type { Track } from '../../lib/track.ts'
import { words } from './words.ts'

export interface TrackMenuProps {
  track: Track
  onEdit(): void
  onRemove(): void
  onRestore(): void
}

/** What can be done with one track, and where to see who plays it. */
export function TrackMenu({ track, onEdit, onRemove, onRestore }: TrackMenuProps) {
  const navigate = useNavigate()
  const search = { track: track.id }
  return (
    <Menu
      trigger={
        <IconButton label={words.more(track.title)} size="sm">
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
          label: words.plays,
          icon: <History aria-hidden className="size-4 text-ink-faint" />,
          onSelect: () => void navigate({ to: '/history', search }),
        },
        {
          label: words.favorites,
          icon: <Heart aria-hidden className="size-4 text-ink-faint" />,
          onSelect: () => void navigate({ to: '/favorites', search }),
        },
        track.available
          ? {
              label: words.remove,
              icon: <Trash2 aria-hidden className="size-4" />,
              isDanger: true,
              onSelect: onRemove,
            }
          : {
              label: words.restore,
              icon: <Undo2 aria-hidden className="size-4 text-ink-faint" />,
              onSelect: onRestore,
            },
      ]}
    />
  )
}
