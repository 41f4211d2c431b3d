import type { UserRow } from '../../lib/user.ts'
import { DisableUserDialog } from './disable-user-dialog.tsx'
import { EditUserDialog } from './edit-user-dialog.tsx'
import { EndSessionsDialog } from './end-sessions-dialog.tsx'
import { RemoveUserDialog } from './remove-user-dialog.tsx'
import { ResetLinkDialog } from './reset-link-dialog.tsx'

export type UserAction = 'edit' | 'resetLink' | 'endSessions' | 'disable' | 'enable' | 'remove'

/** What is told to each of these windows. */
export interface UserDialogProps {
  action: UserAction
  user: UserRow
  /** Whoever asks asks about the own account. */
  isOwn: boolean
  onClose(): void
}

/** The window for what was chosen from the menu of an account. */
export function UserDialog({ action, ...props }: UserDialogProps) {
  if (action === 'edit') return <EditUserDialog {...props} />
  if (action === 'resetLink') return <ResetLinkDialog {...props} />
  if (action === 'endSessions') return <EndSessionsDialog {...props} />
  if (action === 'remove') return <RemoveUserDialog {...props} />
  return <DisableUserDialog {...props} isDisabling={action === 'disable'} />
}
