import { showToast, TextField } from '@segue/ui'
import { useState } from 'react'
import { messages } from '../../lib/me-messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { ConfirmedForm } from './confirmed-form.tsx'

const { account, me } = messages

/** Sets another password, which ends every other sign-in. */
export function PasswordForm() {
  const [timesDone, setTimesDone] = useState(0)
  const change = trpc.auth.changePassword.useMutation({
    onSuccess() {
      setTimesDone(timesDone + 1)
      void queries.auth.sessions.invalidate()
      showToast({ title: me.passwordChanged })
    },
  })
  return (
    <ConfirmedForm
      submitLabel={me.changePassword}
      isBusy={change.isPending}
      error={change.error}
      timesDone={timesDone}
      onSubmit={(value) =>
        change.mutate({
          currentPassword: value('currentPassword'),
          newPassword: value('newPassword'),
        })
      }
    >
      {(fields) => (
        <TextField
          label={me.newPassword}
          name="newPassword"
          type="password"
          required
          minLength={8}
          maxLength={256}
          autoComplete="new-password"
          hint={account.passwordHint}
          error={fields['newPassword']}
        />
      )}
    </ConfirmedForm>
  )
}
