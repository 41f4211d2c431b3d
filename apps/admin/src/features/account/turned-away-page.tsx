import { EmptyState } from '@segue/ui'
import { Lock } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { SignOutButton } from './sign-out-button.tsx'

const { account } = messages

/** What a listener sees of the admin app. */
export function TurnedAwayPage({ nickname }: { nickname: string }) {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <title>{`${messages.appName} ${messages.area}`}</title>
      <EmptyState
        headingLevel={1}
        icon={<Lock />}
        title={account.turnedAwayTitle}
        detail={account.turnedAway(nickname)}
      >
        <a
          href="/"
          className="inline-flex h-10 items-center rounded-md bg-accent px-4 text-sm font-semibold text-on-accent hover:bg-accent-hover"
        >
          {messages.nav.player}
        </a>
        <SignOutButton />
      </EmptyState>
    </main>
  )
}
