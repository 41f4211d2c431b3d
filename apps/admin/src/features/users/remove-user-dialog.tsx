import { ConfirmDialog, showToast, TextField } from '@segue/ui'
import { useRef, useState } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { pageHeading } from '../../lib/page-heading.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import type { UserRow } from '../../lib/user.ts'
import { words } from './words.ts'

export interface RemoveUserDialogProps {
  user: UserRow
  isOwn: boolean
  onClose(): void
}

/** Erases an account, once its e-mail was typed: there is no way back. */
export function RemoveUserDialog({ user, isOwn, onClose }: RemoveUserDialogProps) {
  const [typed, setTyped] = useState('')
  const isDoneRef = useRef(false)
  const [isMistyped, setMistyped] = useState(false)
  const removal = trpc.admin.users.remove.useMutation({
    async onSuccess() {
      if (isOwn) await queries.auth.session.invalidate()
      else await queries.admin.invalidate()
      showToast({ title: words.removedToast(user.nickname) })
      isDoneRef.current = true
      onClose()
    },
  })

  function confirm() {
    const isRight = typed.trim().toLowerCase() === user.email.toLowerCase()
    setMistyped(!isRight)
    if (isRight) removal.mutate({ id: user.id })
  }

  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.removeTitle(user.nickname)}
      detail={isOwn ? words.removeOwnDetail : words.removeDetail}
      confirmLabel={words.remove}
      cancelLabel={messages.list.cancel}
      isDanger
      isBusy={removal.isPending}
      error={removal.error ? errorSentence(removal.error) : undefined}
      onConfirm={confirm}
      finalFocus={() => (isDoneRef.current ? pageHeading() : null)}
    >
      <TextField
        label={words.typeEmail(user.email)}
        name="confirmation"
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setTyped(target.value)}
        error={isMistyped ? words.typedWrong : undefined}
      />
    </ConfirmDialog>
  )
}
