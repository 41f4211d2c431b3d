import type { ReactNode } from 'react'
import { PageTitle } from '../features/player/page-title.tsx'

/** A page's heading, and beside it what can be done on the page. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-4 flex min-h-10 items-center justify-between gap-4 md:mb-5">
      <PageTitle page={title} />
      <h1 className="text-2xl font-bold tracking-tight">{title}</h1>
      {children}
    </header>
  )
}
