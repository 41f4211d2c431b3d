import { Button, showToast, TextField } from '@segue/ui'
import type { FormEvent } from 'react'
import { fieldProblems } from '../../lib/field-problems.ts'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/me-messages.ts'
import { trpc } from '../../lib/trpc.ts'
import { showUser, type User } from './own-user.ts'

/** The name that others see. */
export function NicknameForm({ user }: { user: User }) {
  const update = trpc.me.update.useMutation({
    onSuccess(user) {
      showUser(user)
      showToast({ title: messages.me.saved })
    },
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const nickname = String(new FormData(event.currentTarget).get('nickname'))
    update.mutate({ nickname })
  }

  return (
    <form onSubmit={submit} className="mt-6 space-y-4">
      <TextField
        label={messages.account.nickname}
        name="nickname"
        required
        maxLength={40}
        autoComplete="nickname"
        defaultValue={user.nickname}
        error={fieldProblems(update.error)['nickname']}
      />
      <FormProblem error={update.error} />
      <Button type="submit" isBusy={update.isPending}>
        {messages.me.save}
      </Button>
    </form>
  )
}
