import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { AccountPage } from '../features/account/account-page.tsx'
import { CredentialsForm } from '../features/account/credentials-form.tsx'
import { messages } from '../lib/messages.ts'
import { safeNextPath } from '../lib/next-path.ts'
import { showSession } from '../lib/show-session.ts'
import { trpc } from '../lib/trpc.ts'

const { account } = messages

export function SignIn() {
  const router = useRouter()
  const { next } = useSearch({ from: '/sign-in' })
  const session = trpc.auth.session.useQuery()
  const login = trpc.auth.login.useMutation({
    async onSuccess({ user }) {
      showSession(user)
      router.history.replace(safeNextPath(next))
    },
  })
  return (
    <AccountPage title={account.signInTitle}>
      <CredentialsForm
        submitLabel={account.signIn}
        isBusy={login.isPending || login.isSuccess}
        error={login.error}
        onSubmit={({ email, password }) => login.mutate({ email, password })}
      />
      {session.data?.registration === 'open' && (
        <p className="mt-6 text-center text-sm text-ink-soft">
          {account.noAccount}{' '}
          <Link
            to="/register"
            search={{ next }}
            className="font-semibold text-accent hover:underline"
          >
            {account.registerTitle}
          </Link>
        </p>
      )}
    </AccountPage>
  )
}
