import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface ToggleButtonProps {
  isPressed: boolean
  onToggle(): void
  children: ReactNode
}

/** A filter that is on or off; stands beside a `Select` and looks like one. */
export function ToggleButton({ isPressed, onToggle, children }: ToggleButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={onToggle}
      className={classNames(
        'inline-flex h-10 items-center gap-2 rounded-md border px-3 text-sm font-medium whitespace-nowrap transition-colors duration-150 max-sm:px-2.5',
        isPressed
          ? 'border-accent bg-accent-wash text-ink'
          : 'border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink',
      )}
    >
      {children}
    </button>
  )
}
