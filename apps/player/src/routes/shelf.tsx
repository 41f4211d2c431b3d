import { Link, type LinkProps } from '@tanstack/react-router'
import { useId, type ReactNode } from 'react'
import { messages } from '../lib/messages.ts'

export interface ShelfProps {
  title: string
  /** Where all of them are. */
  all?: Pick<LinkProps, 'to' | 'search'>
  children: ReactNode
}

/** A section of a page: its heading, and a way to all that it shows some of. */
export function Shelf({ title, all, children }: ShelfProps) {
  const { home } = messages
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-9 min-w-0">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {all && (
          <Link
            {...all}
            aria-label={home.showAllOf(title)}
            className="shrink-0 text-sm font-semibold text-ink-soft hover:text-ink hover:underline"
          >
            {home.showAll}
          </Link>
        )}
      </div>
      {children}
    </section>
  )
}
