import { IconButton, Menu } from '@segue/ui'
import { useNavigate } from '@tanstack/react-router'
import {
  Ban,
  CircleCheck,
  Ellipsis,
  Heart,
  History,
  KeyRound,
  ListMusic,
  LogOut,
  Pencil,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import type { UserRow } from '../../lib/user.ts'
import type { UserAction } from './user-dialog.tsx'
import { words } from './words.ts'

export interface UserMenuProps {
  user: UserRow
  onChoose(action: UserAction): void
}

/** What can be done with one account, and where to see what it has. */
export function UserMenu({ user, onChoose }: UserMenuProps) {
  const navigate = useNavigate()
  const search = { user: user.id }
  return (
    <Menu
      trigger={
        <IconButton label={words.more(user.nickname)} size="sm">
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
      items={[
        item(Pencil, words.edit, () => onChoose('edit')),
        item(Heart, words.favorites, () => void navigate({ to: '/favorites', search })),
        item(History, words.history, () => void navigate({ to: '/history', search })),
        item(ListMusic, words.playlists, () => void navigate({ to: '/playlists', search })),
        item(KeyRound, words.resetLink, () => onChoose('resetLink')),
        item(LogOut, words.endSessions, () => onChoose('endSessions')),
        user.disabled
          ? item(CircleCheck, words.enable, () => onChoose('enable'))
          : item(Ban, words.disable, () => onChoose('disable')),
        {
          label: words.remove,
          icon: <Trash2 aria-hidden className="size-4" />,
          isDanger: true,
          onSelect: () => onChoose('remove'),
        },
      ]}
    />
  )
}

function item(Icon: LucideIcon, label: string, onSelect: () => void) {
  return { label, icon: <Icon aria-hidden className="size-4 text-ink-faint" />, onSelect }
}
