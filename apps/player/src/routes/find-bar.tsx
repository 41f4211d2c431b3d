import { SearchField } from '@segue/ui'
import type { ReactNode } from 'react'
import { messages } from '../lib/messages.ts'

export interface FindBarProps {
  label: string
  placeholder: string
  q: string
  onFind(q: string): void
  /** What else is at hand, at the other side. */
  children?: ReactNode
}

/** Finds by name in a list; stays in sight while it scrolls. */
export function FindBar({ label, placeholder, q, onFind, children }: FindBarProps) {
  return (
    <div className="sticky top-0 z-20 -mx-4 mb-4 flex items-center gap-2 bg-canvas px-4 py-2 md:-mx-6 md:justify-between md:px-6">
      <SearchField
        id="search"
        label={label}
        placeholder={placeholder}
        clearLabel={messages.tracks.clearSearch}
        className="flex-1 md:max-w-72"
        value={q}
        onSearch={onFind}
      />
      {children}
    </div>
  )
}
