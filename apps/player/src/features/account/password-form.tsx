import { Button, showToast, TextField } from '@segue/ui'
import { useRef, type FormEvent } from 'react'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { problemsOf } from './form-problems.ts'

const { account, me } = messages

/** Sets another password, which ends every other sign-in. */
export function PasswordForm() {
  const formRef = useRef<HTMLFormElement>(null)
  const change = trpc.auth.changePassword.useMutation({
    onSuccess() {
      formRef.current?.reset()
      void queries.auth.sessions.invalidate()
      showToast({ title: me.passwordChanged })
    },
  })
  const { fields, rest } = problemsOf(change.error)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const value = (name: string) => String(values.get(name) ?? '')
    change.mutate({
      currentPassword: value('currentPassword'),
      newPassword: value('newPassword'),
    })
  }

  return (
    <form ref={formRef} onSubmit={submit} className="space-y-4">
      <TextField
        label={me.currentPassword}
        name="currentPassword"
        type="password"
        required
        maxLength={256}
        autoComplete="current-password"
        error={fields['currentPassword']}
      />
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
      <FormProblem error={rest} />
      <Button type="submit" isBusy={change.isPending}>
        {me.changePassword}
      </Button>
    </form>
  )
}
