import { Logo, ThemeToggle } from '@segue/ui'
import type { ReactNode } from 'react'
import { messages } from '../../lib/messages.ts'
import { LanguageButtons } from './language-buttons.tsx'
import { Waves } from './waves.tsx'

/** The page that the forms before the music stand on. */
export function AccountPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="relative isolate flex min-h-dvh flex-col overflow-hidden">
      <title>{`${title} · ${messages.appName}`}</title>
      <Waves />
      <header className="flex items-center justify-between p-5 md:px-8">
        <span className="flex items-center gap-2.5 text-lg font-bold tracking-tight">
          <Logo />
          {messages.appName}
        </span>
        <div className="flex items-center gap-2">
          <LanguageButtons />
          <ThemeToggle labels={messages.theme} />
        </div>
      </header>
      <main className="flex flex-1 items-center justify-center p-5 pb-24">
        <div className="w-full max-w-100 rounded-xl border border-line bg-surface p-7 shadow-popup sm:p-9">
          <h1 className="text-2xl font-bold tracking-tight">{title}</h1>
          <p className="mt-1 mb-7 text-ink-soft">{messages.tagline}</p>
          {children}
        </div>
      </main>
    </div>
  )
}
