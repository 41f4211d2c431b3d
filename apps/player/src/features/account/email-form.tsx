import { Button, showToast, TextField } from '@segue/ui'
import { useRef, type FormEvent } from 'react'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { problemsOf } from './form-problems.ts'
import { showUser, type User } from './own-user.ts'

const { account, me } = messages

/** Changes the address that the listener signs in with, which ends every other sign-in. */
export function EmailForm({ user }: { user: User }) {
  const formRef = useRef<HTMLFormElement>(null)
  const update = trpc.me.update.useMutation({
    onSuccess(user) {
      showUser(user)
      formRef.current?.reset()
      void queries.auth.sessions.invalidate()
      showToast({ title: me.emailChanged })
    },
  })
  const { fields, rest } = problemsOf(update.error)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const value = (name: string) => String(values.get(name) ?? '')
    update.mutate({ email: value('email'), currentPassword: value('currentPassword') })
  }

  return (
    <form ref={formRef} onSubmit={submit} className="space-y-4">
      <p className="truncate text-sm">
        <span className="text-ink-soft">{account.email}: </span>
        <span className="font-medium">{user.email}</span>
      </p>
      <TextField
        label={me.newEmail}
        name="email"
        type="email"
        required
        maxLength={254}
        autoComplete="email"
        error={fields['email']}
      />
      <TextField
        label={me.currentPassword}
        name="currentPassword"
        type="password"
        required
        maxLength={256}
        autoComplete="current-password"
        error={fields['currentPassword']}
      />
      <FormProblem error={rest} />
      <Button type="submit" isBusy={update.isPending}>
        {me.changeEmail}
      </Button>
    </form>
  )
}
