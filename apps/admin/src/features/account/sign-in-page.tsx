import { Button, Logo, TextField, ThemeToggle } from '@segue/ui'
import type { FormEvent } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { queries, queryClient, trpc } from '../../lib/trpc.ts'

const { account } = messages

/** Stands in place of every page while nobody is signed in. */
export function SignInPage() {
  const login = trpc.auth.login.useMutation({
    onSuccess({ user }) {
      // What the one before saw is not for whoever signs in now.
      queryClient.removeQueries({ type: 'inactive' })
      queries.auth.session.setData(undefined, (kept) => kept && { ...kept, user })
    },
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const value = (name: string) => String(values.get(name) ?? '')
    login.mutate({ email: value('email'), password: value('password') })
  }

  return (
    <main className="flex min-h-dvh items-center justify-center p-5">
      <title>{`${account.signIn} · ${messages.appName} ${messages.area}`}</title>
      <div className="w-full max-w-100 rounded-xl border border-line bg-surface p-7 shadow-popup sm:p-9">
        <div className="mb-7 flex items-start justify-between">
          <Logo className="size-10" />
          <ThemeToggle labels={messages.theme} />
        </div>
        <h1 className="text-2xl font-bold tracking-tight">{account.title}</h1>
        <p className="mt-1 mb-7 text-ink-soft">{account.intro}</p>
        <form onSubmit={submit} className="space-y-5">
          <TextField
            label={account.email}
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="username"
          />
          <TextField
            label={account.password}
            name="password"
            type="password"
            required
            maxLength={256}
            autoComplete="current-password"
          />
          {login.error && (
            <p role="alert" className="rounded-md bg-danger-wash px-3 py-2.5 text-sm text-danger">
              {errorSentence(login.error)}
            </p>
          )}
          <Button
            type="submit"
            look="primary"
            isBusy={login.isPending}
            size="lg"
            className="w-full"
          >
            {account.signIn}
          </Button>
        </form>
      </div>
    </main>
  )
}
