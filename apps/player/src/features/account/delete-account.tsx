import { Button, ConfirmDialog, showToast, TextField } from '@segue/ui'
import { useRef, useState } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/me-messages.ts'
import { trpc } from '../../lib/trpc.ts'
import { problemsOf } from './form-problems.ts'
import { useLeave } from './use-leave.ts'

const { me } = messages

/** Erases the account after a warning and the password; ends signed out. */
export function DeleteAccount() {
  const [isOpen, setIsOpen] = useState(false)
  const passwordRef = useRef<HTMLInputElement>(null)
  const leave = useLeave()
  const erase = trpc.me.delete.useMutation({
    async onSuccess() {
      showToast({ title: me.deleted })
      await leave()
    },
  })
  const { fields, rest } = problemsOf(erase.error)
  return (
    <>
      <Button
        look="danger"
        onClick={() => {
          erase.reset()
          setIsOpen(true)
        }}
      >
        {me.deleteAccount}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={me.deletionTitle}
        detail={me.deletionWarning}
        confirmLabel={me.deleteForEver}
        cancelLabel={messages.cancel}
        isDanger
        isBusy={erase.isPending}
        error={rest ? errorSentence(rest) : undefined}
        onConfirm={() => erase.mutate({ password: passwordRef.current?.value ?? '' })}
      >
        <TextField
          ref={passwordRef}
          label={me.currentPassword}
          name="password"
          type="password"
          required
          maxLength={256}
          autoComplete="current-password"
          error={fields['currentPassword']}
        />
      </ConfirmDialog>
    </>
  )
}
