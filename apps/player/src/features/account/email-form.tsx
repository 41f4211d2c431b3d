import { showToast, TextField } from '@segue/ui'
import { useState } from 'react'
import { messages } from '../../lib/me-messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { ConfirmedForm } from './confirmed-form.tsx'
import { showUser, type User } from './own-user.ts'

const { account, me } = messages

/** Changes the address that the listener signs in with, which ends every other sign-in. */
export function EmailForm({ user }: { user: User }) {
  const [timesDone, setTimesDone] = useState(0)
  const update = trpc.me.update.useMutation({
    onSuccess(user) {
      showUser(user)
      setTimesDone(timesDone + 1)
      void queries.auth.sessions.invalidate()
      showToast({ title: me.emailChanged })
    },
  })
  return (
    <>
      <p className="mb-4 truncate text-sm">
        <span className="text-ink-soft">{account.email}: </span>
        <span className="font-medium">{user.email}</span>
      </p>
      <ConfirmedForm
        submitLabel={me.changeEmail}
        isBusy={update.isPending}
        error={update.error}
        timesDone={timesDone}
        onSubmit={(value) =>
          update.mutate({ email: value('email'), currentPassword: value('currentPassword') })
        }
      >
        {(fields) => (
          <TextField
            label={me.newEmail}
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            error={fields['email']}
          />
        )}
      </ConfirmedForm>
    </>
  )
}
