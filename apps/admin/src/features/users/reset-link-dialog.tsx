import { ConfirmDialog } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { trpc } from '../../lib/trpc.ts'
import type { UserRow } from '../../lib/user.ts'
import { LinkDialog } from './link-dialog.tsx'
import { words } from './words.ts'

export interface ResetLinkDialogProps {
  user: UserRow
  onClose(): void
}

/** Makes a link with which somebody chooses a new password, and shows it. */
export function ResetLinkDialog({ user, onClose }: ResetLinkDialogProps) {
  const link = trpc.admin.users.resetLink.useMutation()
  if (link.data) {
    return (
      <LinkDialog title={words.linkTitle(user.nickname)} url={link.data.url} onClose={onClose} />
    )
  }
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.linkTitle(user.nickname)}
      detail={words.makeLinkDetail}
      confirmLabel={words.makeLink}
      cancelLabel={messages.list.cancel}
      isBusy={link.isPending}
      error={link.error ? errorSentence(link.error) : undefined}
      onConfirm={() => link.mutate({ id: user.id })}
    />
  )
}
