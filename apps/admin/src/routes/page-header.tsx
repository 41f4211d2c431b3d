import type { ReactNode, Ref } from 'react'
import { messages } from '../lib/messages.ts'

export interface PageHeaderProps {
  title: string
  /** Takes the keyboard's focus when what had it goes away. */
  headingRef?: Ref<HTMLHeadingElement>
  children?: ReactNode
}

/** A page's heading, and beside it what can be done on the page. */
export function PageHeader({ title, headingRef, children }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <title>{`${title} · ${messages.appName} ${messages.area}`}</title>
      <h1 ref={headingRef} tabIndex={-1} className="text-2xl font-bold tracking-tight">
        {title}
      </h1>
      {children}
    </header>
  )
}
