import type { ReactNode } from 'react'
import { messages } from '../lib/messages.ts'

/** A page's heading, and beside it what can be done on the page. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <title>{`${title} · ${messages.appName} ${messages.area}`}</title>
      <h1 className="text-2xl font-bold tracking-tight">{title}</h1>
      {children}
    </header>
  )
}
