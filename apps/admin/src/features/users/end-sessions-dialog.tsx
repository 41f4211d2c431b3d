import { ConfirmDialog, showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import type { UserRow } from '../../lib/user.ts'
import { words } from './words.ts'

export interface EndSessionsDialogProps {
  user: UserRow
  isOwn: boolean
  onClose(): void
}

/** Signs somebody out everywhere. */
export function EndSessionsDialog({ user, isOwn, onClose }: EndSessionsDialogProps) {
  const end = trpc.admin.users.endSessions.useMutation({
    async onSuccess({ count }) {
      if (isOwn) await queries.auth.session.invalidate()
      showToast({ title: words.ended(count) })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.endTitle(user.nickname)}
      detail={isOwn ? words.endOwnDetail : words.endDetail}
      confirmLabel={words.endSessions}
      cancelLabel={messages.list.cancel}
      isDanger={isOwn}
      isBusy={end.isPending}
      error={end.error ? errorSentence(end.error) : undefined}
      onConfirm={() => end.mutate({ id: user.id })}
    />
  )
}
