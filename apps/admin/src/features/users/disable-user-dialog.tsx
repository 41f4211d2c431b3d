import { ConfirmDialog, showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import type { UserRow } from '../../lib/user.ts'
import { words } from './words.ts'

export interface DisableUserDialogProps {
  user: UserRow
  isOwn: boolean
  /** Or enabling it again. */
  isDisabling: boolean
  onClose(): void
}

/** Shuts somebody out, or lets them in again. */
export function DisableUserDialog(props: DisableUserDialogProps) {
  const { user, isOwn, isDisabling, onClose } = props
  const update = trpc.admin.users.update.useMutation({
    async onSuccess({ nickname, disabled }) {
      if (isOwn) await queries.auth.session.invalidate()
      else await queries.admin.users.list.invalidate()
      showToast({
        title: disabled ? words.disabledToast(nickname) : words.enabledToast(nickname),
      })
      onClose()
    },
  })
  const disableDetail = isOwn ? words.disableOwnDetail : words.disableDetail
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={isDisabling ? words.disableTitle(user.nickname) : words.enableTitle(user.nickname)}
      detail={isDisabling ? disableDetail : words.enableDetail}
      confirmLabel={isDisabling ? words.disable : words.enable}
      cancelLabel={messages.list.cancel}
      isDanger={isDisabling}
      isBusy={update.isPending}
      error={update.error ? errorSentence(update.error) : undefined}
      onConfirm={() => update.mutate({ id: user.id, disabled: isDisabling })}
    />
  )
}
