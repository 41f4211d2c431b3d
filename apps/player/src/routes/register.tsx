import { errorData } from '@segue/web'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { AccountPage } from '../features/account/account-page.tsx'
import { CredentialsForm } from '../features/account/credentials-form.tsx'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'
import { safeNextPath } from '../lib/next-path.ts'
import { showSession } from '../lib/show-session.ts'
import { trpc } from '../lib/trpc.ts'

const { account } = messages

export function Register() {
  const router = useRouter()
  const { next } = useSearch({ from: '/register' })
  const register = trpc.auth.register.useMutation({
    async onSuccess({ user }) {
      showSession(user)
      router.history.replace(safeNextPath(next))
    },
  })
  if (errorData(register.error)?.reason === 'registration_closed') {
    return (
      <AccountPage title={account.registerTitle}>
        <p role="alert" className="mb-6">
          {errorSentence(register.error)}
        </p>
        <Link to="/sign-in" search={{ next }} className="font-semibold text-accent hover:underline">
          {account.signIn}
        </Link>
      </AccountPage>
    )
  }
  return (
    <AccountPage title={account.registerTitle}>
      <CredentialsForm
        isNew
        submitLabel={account.register}
        isBusy={register.isPending || register.isSuccess}
        error={register.error}
        onSubmit={(values) => register.mutate(values)}
      />
      <p className="mt-6 text-center text-sm text-ink-soft">
        {account.hasAccount}{' '}
        <Link to="/sign-in" search={{ next }} className="font-semibold text-accent hover:underline">
          {account.signIn}
        </Link>
      </p>
    </AccountPage>
  )
}
