import { Button, showToast, TextField } from '@segue/ui'
import { errorData } from '@segue/web'
import { Link, useRouter } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { AccountPage } from '../features/account/account-page.tsx'
import { fieldProblems } from '../lib/field-problems.ts'
import { FormProblem } from '../lib/form-problem.tsx'
import { messages } from '../lib/me-messages.ts'
import { forgetResetToken, useResetToken } from '../lib/reset-token.ts'
import { queries, trpc } from '../lib/trpc.ts'

const { account, reset } = messages

export function Reset() {
  const router = useRouter()
  const { token } = useResetToken()
  const set = trpc.auth.resetPassword.useMutation({
    async onSuccess() {
      forgetResetToken()
      showToast({ title: reset.done })
      // Whose password it was is signed out everywhere, maybe here too.
      await queries.auth.session.invalidate()
      await queries.auth.session.fetch()
      await router.navigate({ to: '/sign-in', replace: true })
    },
  })
  const isSpent = errorData(set.error)?.reason === 'invalid_credentials'

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const newPassword = String(new FormData(event.currentTarget).get('newPassword'))
    set.mutate({ token, newPassword })
  }

  if (isSpent || (token === '' && set.isIdle)) {
    return (
      <AccountPage title={reset.title}>
        <p role="alert" className="mb-6 text-ink-soft">
          {isSpent ? reset.spent : reset.noToken}
        </p>
        <Link to="/sign-in" className="font-semibold text-accent hover:underline">
          {reset.toSignIn}
        </Link>
      </AccountPage>
    )
  }
  return (
    <AccountPage title={reset.title}>
      <form onSubmit={submit} className="space-y-5">
        <TextField
          label={messages.me.newPassword}
          name="newPassword"
          type="password"
          required
          minLength={8}
          maxLength={256}
          autoComplete="new-password"
          hint={account.passwordHint}
          error={fieldProblems(set.error)['newPassword']}
        />
        <FormProblem error={set.error} />
        <Button
          type="submit"
          look="primary"
          size="lg"
          className="w-full"
          isBusy={set.isPending || set.isSuccess}
        >
          {reset.submit}
        </Button>
      </form>
    </AccountPage>
  )
}
