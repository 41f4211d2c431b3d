import { ErrorState, Spinner, VisuallyHidden } from '@segue/ui'
import type { ReactNode } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { trpc } from '../../lib/trpc.ts'
import { SignInPage } from './sign-in-page.tsx'
import { TurnedAwayPage } from './turned-away-page.tsx'

/** Lets administrators in, shows others the way, and keeps the address for after the sign-in. */
export function Gate({ children }: { children: ReactNode }) {
  const session = trpc.auth.session.useQuery()
  if (session.isPending) {
    return (
      <output className="flex min-h-dvh items-center justify-center text-ink-faint">
        <Spinner />
        <VisuallyHidden>{messages.loading}</VisuallyHidden>
      </output>
    )
  }
  if (session.data === undefined) {
    return (
      <ErrorState
        title={messages.failedTitle}
        detail={errorSentence(session.error)}
        retryLabel={messages.retry}
        onRetry={() => void session.refetch()}
      />
    )
  }
  const { user } = session.data
  if (!user) return <SignInPage />
  return user.role === 'admin' ? children : <TurnedAwayPage nickname={user.nickname} />
}
