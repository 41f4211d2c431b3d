import { Logo, ThemeToggle } from '@segue/ui'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LanguageButtons } from '../features/account/language-buttons.tsx'
import { messages } from '../lib/messages.ts'

/** What stands around a page that is shown to someone who isn't signed in. */
export function StrangersFrame({ children }: { children: ReactNode }) {
  const next = useRouterState({ select: ({ location }) => location.href })
  return (
    <div className="min-h-dvh">
      <header className="mx-auto flex max-w-5xl items-center justify-between gap-2 p-4 md:px-6">
        <span className="flex items-center gap-2.5 text-lg font-bold tracking-tight">
          <Logo />
          {messages.appName}
        </span>
        <div className="flex items-center gap-2">
          <LanguageButtons />
          <ThemeToggle labels={messages.theme} />
          <Link
            to="/sign-in"
            search={{ next }}
            className="inline-flex h-10 items-center rounded-md border border-line bg-surface px-4 text-sm font-semibold hover:border-line-strong hover:bg-sunken"
          >
            {messages.account.signIn}
          </Link>
        </div>
      </header>
      <main className="mx-auto max-w-5xl px-4 pt-4 pb-16 md:px-6 md:pt-8">{children}</main>
    </div>
  )
}
