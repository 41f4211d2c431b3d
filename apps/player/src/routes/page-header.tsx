import { createRef, type ReactNode } from 'react'
import { PageTitle } from '../features/player/page-title.tsx'

/** The heading of the page that is shown. */
export const headingRef = createRef<HTMLHeadingElement>()

/** Takes the keyboard's focus to the page's heading, where what had it is about to go. */
export function focusHeading(): void {
  headingRef.current?.focus()
}

/** A page's heading, and beside it what can be done on the page. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-4 flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-2 md:mb-5">
      <PageTitle page={title} />
      <h1 ref={headingRef} tabIndex={-1} className="text-2xl font-bold tracking-tight outline-none">
        {title}
      </h1>
      {children}
    </header>
  )
}
