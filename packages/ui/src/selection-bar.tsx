import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

export interface SelectionBarProps {
  /** How many are chosen, as a sentence. */
  label: string
  clearLabel: string
  onClear(): void
  /** What can be done with them. */
  children: ReactNode
}

/** Floats above the foot of the window while rows of a list are chosen. */
export function SelectionBar({ label, clearLabel, onClear, children }: SelectionBarProps) {
  return (
    <section
      aria-label={label}
      className="fixed inset-x-0 bottom-[calc(var(--bar-height,0px)+var(--nav-height,0px)+1rem)] z-20 mx-auto flex w-fit max-w-[calc(100vw-2rem)] flex-wrap items-center gap-x-2 rounded-lg border border-line bg-raised p-2 pl-4 shadow-popup"
    >
      <p className="mr-2 text-sm font-medium whitespace-nowrap tabular-nums">{label}</p>
      {children}
      <IconButton label={clearLabel} size="sm" onClick={onClear}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </section>
  )
}
