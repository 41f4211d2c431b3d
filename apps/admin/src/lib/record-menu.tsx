import { IconButton, Menu } from '@segue/ui'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Music, Trash2, User } from 'lucide-react'
import { messages } from './messages.ts'

export interface RecordMenuProps {
  label: string
  /** The list that the row stands in. */
  list: '/favorites' | '/history'
  record: { user: { id: string; nickname: string }; track: { id: string; title: string } }
  onRemove(): void
}

/** What can be done with a row that is about a listener and a track. */
export function RecordMenu({ label, list, record: { user, track }, onRemove }: RecordMenuProps) {
  const navigate = useNavigate()
  return (
    <Menu
      trigger={
        <IconButton label={label} size="sm">
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
      items={[
        {
          label: messages.list.ofListener(user.nickname),
          icon: <User aria-hidden className="size-4 text-ink-faint" />,
          onSelect: () => void navigate({ to: list, search: { user: user.id } }),
        },
        {
          label: messages.list.ofTrack(track.title),
          icon: <Music aria-hidden className="size-4 text-ink-faint" />,
          onSelect: () => void navigate({ to: list, search: { track: track.id } }),
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
